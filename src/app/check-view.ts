import type { Brand, Product, Text } from '../domain/catalog/schema.ts';
import type { FiledReport } from '../domain/catalog/tried/schema.ts';
import type { Checked, CheckedChannel, CheckedNeed, Reason, Support, Unknown } from '../domain/check/types.ts';
import { LANGUAGE_TAGS, type Say } from '../locale/say.ts';
import type { ChannelView, CheckView, NeedView, SourcedText, SupportView } from './check-types.ts';
import { channelName, hoursInWords, momentInWords, valueInWords } from './check-words.ts';
import { type TriedView, triedView } from './tried-view.ts';

/** The answer in the language of `say`; codes and values stay beside the sentences. */
export function viewOf(
  checked: Checked,
  brand: Brand,
  product: Product,
  reports: readonly FiledReport[],
  say: Say,
): CheckView {
  const { status } = checked;
  const tried = triedView(reports, product.id, say);
  return {
    carrier: checked.carrier,
    carrierName: brand.name[say.language],
    product: checked.product,
    productName: product.name[say.language],
    products: brand.products.map(({ id, name }) => ({ id, name: name[say.language] })),
    from: checked.request.from,
    fromName: countryName(checked.request.from, say),
    zone: checked.request.zone,
    now: checked.request.now,
    status: {
      value: status.value,
      text: say(`check.status.${status.value ?? 'unknown'}`),
      confidence: status.confidence,
      note: spoken(status.note, say),
      sources: status.sources,
    },
    online: onlineView(checked, say),
    channels: checked.channels.map((channel) => channelView(channel, { tried, product }, say)),
    reach: { code: checked.reach, message: say(`check.reach.${checked.reach}`) },
    needs: checked.needs.map((need) => needView(need, say)),
    tried,
    traps: checked.traps.map((trap) => sourced(trap, say)),
    unknowns: checked.unknowns.map((unknown) => unknownView(unknown, checked, say)),
    effective: effectiveView(checked, say),
  };
}

function onlineView({ online }: Checked, say: Say): CheckView['online'] {
  const { supported, url, confidence, alternatives, sources } = online;
  return {
    supported,
    answer: say(`check.online.${supported}`),
    how: spoken(online.how, say),
    note: spoken(online.note, say),
    steps: online.steps.map((step) => ({
      kind: step.kind,
      title: step.title[say.language],
      detail: spoken(step.detail, say),
      note: spoken(step.note, say),
      confidence: step.confidence,
      sources: step.sources,
    })),
    retention: online.retention.map((told) => sourced(told, say)),
    instead: sourced(online.instead, say),
    exclusions: online.exclusions.map((exclusion) => sourced(exclusion, say)),
    url,
    confirmation: sourced(online.confirmation, say),
    claims: online.claims.map((told) => ({
      claim: told.claim[say.language],
      sources: told.sources,
      answer: sourced(told.answer, say),
    })),
    confidence,
    alternatives,
    sources,
  };
}

function channelView(
  channel: CheckedChannel,
  { tried, product }: { tried: TriedView; product: Product },
  say: Say,
): ChannelView {
  const { label, note, voiceMenu, carrierHours, holiday, rank, support, ...same } = channel;
  return {
    ...same,
    kindName: say(`check.kind.${channel.kind}`),
    label: spoken(label, say),
    voiceMenu: sourced(voiceMenu, say),
    tried: tried.routes.find(({ route }) => route === channel.kind)?.text ?? null,
    note: spoken(note, say),
    carrierHours: carrierHours === null ? null : hoursInWords(carrierHours, say),
    holiday: holiday && {
      ...holiday,
      message: say(`check.holidayEffect.${holiday.effect}`, { holiday: say(`check.holiday.${holiday.code}`) }),
    },
    rank: rank.map((reason) => ({ ...reason, message: reasonMessage(reason, channel, product, say) })),
    support: {
      value: supportView(support.value, String, say),
      canCancelHere: supportView(support.canCancelHere, (value) => say(`check.tri.${value}`), say),
      fromAbroad: supportView(support.fromAbroad, (value) => say(`check.tri.${value}`), say),
      hours: supportView(support.hours, (value) => hoursInWords(value, say), say),
    },
  };
}

const ABOUT_ENDING: readonly string[] = ['can-cancel', 'may-cancel', 'cannot-cancel'];

/** The moments and holidays among the facts of a reason are put in words first. */
function reasonMessage({ code, facts }: Reason, channel: CheckedChannel, product: Product, say: Say): string {
  const zone = channel.localZone ?? channel.carrierHours?.zone ?? null;
  const words = (instant: unknown): string =>
    typeof instant === 'string' ? momentInWords(instant, zone, say) : say('check.notKnown');
  // A package ends by itself: what can be asked for is to call it off or to be paid back.
  const ofPackage = product.service.billing === 'package' && ABOUT_ENDING.includes(code) ? '.package' : '';
  return say(`check.reason.${code}${ofPackage}`, {
    ...facts,
    when: words(facts.opensAt),
    until: typeof facts.closesAt === 'string' ? say('check.until', { when: words(facts.closesAt) }) : '',
    ...(facts.holiday === undefined ? {} : { holiday: say(`check.holiday.${facts.holiday}`) }),
  });
}

function needView({ why, where, routes, ...same }: CheckedNeed, say: Say): NeedView {
  return {
    ...same,
    label: say(`need.${same.field}`),
    why: spoken(why, say) ?? say('check.whyUnknown'),
    where: spoken(where, say),
    routes: routes ?? null,
  };
}

function unknownView(unknown: Unknown, { channels }: Checked, say: Say): CheckView['unknowns'][number] {
  const { code, facts, note, sources } = unknown;
  const values = unknown.values.map((value) => valueInWords(code, value, say));
  const names = unknown.channels.flatMap((place) => {
    const channel = channels[place];
    return channel ? [channelName(channel, say)] : [];
  });
  const message = say(`check.unknown.${code}`, {
    ...facts,
    values: values.join(say.language === 'zh' ? '；' : '; '),
    channels: [...new Set(names)].join(say.language === 'zh' ? '、' : ', '),
  });
  return { code, message, facts, values, note: spoken(note, say), sources };
}

function effectiveView({ effective }: Checked, say: Say): CheckView['effective'] {
  return {
    value: effective.value,
    text: say(`check.effective.${effective.value ?? 'unknown'}`),
    confidence: effective.confidence,
    note: spoken(effective.note, say),
    alternatives: effective.alternatives,
    sources: effective.sources,
  };
}

function supportView<T>(support: Support<T>, words: (value: T) => string, say: Say): SupportView {
  const { confidence, note, alternatives, sources } = support;
  return {
    confidence,
    note: spoken(note, say),
    alternatives: alternatives.map((other) => ({ value: words(other.value), sources: other.sources })),
    sources,
  };
}

function sourced({ value, confidence, note, sources }: Support<Text>, say: Say): SourcedText {
  return { text: spoken(value, say), confidence, note: spoken(note, say), sources };
}

function countryName(code: string, say: Say): string {
  return new Intl.DisplayNames(LANGUAGE_TAGS[say.language], { type: 'region' }).of(code) ?? code;
}

function spoken(text: Text | null, say: Say): string | null {
  return text === null ? null : text[say.language];
}
