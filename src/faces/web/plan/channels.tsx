import type { ReactNode } from 'react';
import type { ChannelView, CheckView } from '../../../app/check.ts';
import { LANGUAGE_TAGS, type Say } from '../../../locale/say.ts';
import { showCountry, showZone } from '../format.ts';
import { useSay } from '../language.tsx';
import { FoldedSources, Sureness, shortUrl } from '../parts/sources.tsx';
import { linkTo } from '../router.ts';

/** The ways to reach the carrier, the best for this user first, each with whether it is open now. */
export function Channels({ view }: { view: CheckView }): ReactNode {
  const say = useSay();
  const [first, ...rest] = view.channels;
  return (
    <>
      <p className="soft">
        {say('web.plan.from', { country: showCountry(view.from, say.language) })}{' '}
        <a className="no-print" href={linkTo({ page: 'questions', question: 'place' })}>
          {say('web.plan.change')}
        </a>
      </p>
      <p>{view.reach.message}</p>
      {first && <ol className="channels">{item(first)}</ol>}
      {rest.length > 0 && (
        <details>
          <summary>
            {say('web.plan.moreChannels', { count: rest.length })}{' '}
            <span className="soft">{gist(rest.map((channel) => channel.kindName))}</span>
          </summary>
          <ol className="channels" start={2}>
            {rest.map(item)}
          </ol>
        </details>
      )}
    </>
  );

  /** Each kind of channel once. */
  function gist(kinds: string[]): string {
    return [...new Set(kinds)].join(say('web.plan.gist.join'));
  }

  function item(channel: ChannelView): ReactNode {
    return (
      <li key={`${channel.kind} ${channel.value}`}>
        <Channel channel={channel} now={view.now} />
      </li>
    );
  }
}

function Channel({ channel, now }: { channel: ChannelView; now: string }): ReactNode {
  const say = useSay();
  return (
    <div className="channel">
      <p className="channel-head">
        <span className="channel-kind">{channel.kindName}</span>
        <ChannelValue channel={channel} />
        <Sureness confidence={channel.confidence} />
      </p>
      {channel.label && <p>{channel.label}</p>}
      <p className={`open open-${channel.openNow}`}>{openSentence(channel, now, say)}</p>
      <p className="reasons">{reasons(channel, say)}</p>
      {channel.carrierHours && <p className="soft">{channel.carrierHours}</p>}
      {channel.holiday && <p>{channel.holiday.message}</p>}
      {channel.note && <p>{channel.note}</p>}
      <FoldedSources sources={channel.sources} checkedOn={channel.checkedOn} />
    </div>
  );
}

/** A number is offered for dialling only where its sources carry that; a page only where it is an address. */
export function ChannelValue({ channel }: { channel: ChannelView }): ReactNode {
  const { kind, value } = channel;
  const shown = channel.display ?? value;
  if (value === null || shown === null) return null;
  if (kind === 'phone' && channel.dial) {
    return (
      <a className="channel-value digits" href={`tel:${value}`}>
        {shown}
      </a>
    );
  }
  if (/^https:\/\//.test(value)) {
    return (
      <a className="channel-value" href={value} target="_blank" rel="noopener noreferrer">
        {shortUrl(value)}
      </a>
    );
  }
  return <span className="channel-value">{shown}</span>;
}

/** Why it stands where it stands; whether it is open is already said. */
function reasons(channel: ChannelView, say: Say): string {
  const told = channel.rank.filter(
    (reason) => !['open-now', 'closed-now', 'any-time', 'hours-unknown'].includes(reason.code),
  );
  return told.map((reason) => reason.message).join(say.language === 'en' ? ' ' : '');
}

/** Whether it is open now, until or from when, in the user's zone. */
export function openSentence(channel: ChannelView, now: string, say: Say): string {
  const zone = channel.localZone ?? undefined;
  const time = (iso: string): string => {
    const sameDay = dayIn(iso, zone) === dayIn(now, zone);
    const style: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
    const day: Intl.DateTimeFormatOptions = sameDay ? {} : { weekday: 'short', day: 'numeric', month: 'short' };
    return new Intl.DateTimeFormat(say.language === 'en' ? 'en-GB' : LANGUAGE_TAGS[say.language], {
      ...style,
      ...day,
      ...(zone ? { timeZone: zone } : {}),
    }).format(new Date(iso));
  };
  const place = zone ? showZone(zone, say.language) : '';
  if (channel.openNow === 'yes') {
    return channel.closesAt
      ? say('web.open.until', { time: time(channel.closesAt), zone: place })
      : say('web.open.always');
  }
  if (channel.opensAt) return say('web.open.next', { time: time(channel.opensAt), zone: place });
  return channel.openNow === 'no' ? say('web.open.no') : say('web.open.unknown');
}

function dayIn(iso: string, zone: string | undefined): string {
  return new Intl.DateTimeFormat('en', zone ? { timeZone: zone } : {}).format(new Date(iso));
}
