import { Fragment, type ReactNode } from 'react';
import type { Channel, Product } from '../../../domain/catalog/schema.ts';
import type { FiledReport } from '../../../domain/catalog/tried/schema.ts';
import { useSay } from '../language.tsx';
import { FoldedSources } from '../parts/sources.tsx';
import { FactList, FactView, TextFacts } from './fact-view.tsx';
import { channelRows, productGroups } from './facts.ts';
import { Locks } from './locks.tsx';
import { TriedTable } from './tried-table.tsx';

/** Everything known of one product. */
export function ProductView({ product, reports }: { product: Product; reports: readonly FiledReport[] }): ReactNode {
  const say = useSay();
  const { online } = product;
  return (
    <>
      {productGroups(product).map((group) => (
        <Fragment key={group.id}>
          <div className="group">
            <h4>{say(`web.group.${group.id}`)}</h4>
            <FactList rows={group.rows} />
            {group.id === 'online' && <OnlineMore online={online} />}
            {group.id === 'portOut' && <Locks locks={product.portOut.locks} />}
          </div>
          {group.id === 'online' && <TriedTable product={product} reports={reports} />}
        </Fragment>
      ))}
      {product.channels.length > 0 && (
        <div className="group">
          <h4>{say('web.group.channels')}</h4>
          {product.channels.map((channel) => (
            <ChannelFacts key={`${channel.kind} ${channel.value.value}`} channel={channel} />
          ))}
        </div>
      )}
      {product.needs.length > 0 && (
        <div className="group">
          <h4>{say('web.group.needs')}</h4>
          <dl className="facts">
            {product.needs.map((need) => (
              <div key={need.field + need.why.value?.en} className="fact">
                <dt>{say(`need.${need.field}`)}</dt>
                <dd>
                  <FactView fact={need.why} shape="text" />
                  {need.where && (
                    <>
                      <p className="soft">{say('web.need.where')}</p>
                      <FactView fact={need.where} shape="text" />
                    </>
                  )}
                  {need.routes && (
                    <p className="soft">
                      {say('web.plan.needRoutes', { routes: need.routes.map((route) => say(`web.route.${route}`)) })}
                    </p>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {product.traps.length > 0 && (
        <div className="group">
          <h4>{say('web.group.traps')}</h4>
          <TextFacts facts={product.traps} />
        </div>
      )}
    </>
  );
}

function OnlineMore({ online }: { online: Product['online'] }): ReactNode {
  const say = useSay();
  return (
    <>
      {online.exclusions.length > 0 && (
        <>
          <h5>{say('web.group.exclusions')}</h5>
          <TextFacts facts={online.exclusions} />
        </>
      )}
      {online.steps.length > 0 && (
        <>
          <h5>{say('web.group.steps')}</h5>
          <ol className="steps">
            {online.steps.map((step) => (
              <li key={step.title.en}>
                <strong>{step.title[say.language]}</strong>
                {step.kind && <span className="step-kind">{say(`check.step.${step.kind}`)}</span>}
                <FactView fact={step.detail} shape="text" />
              </li>
            ))}
          </ol>
        </>
      )}
      {online.retention.length > 0 && (
        <>
          <h5>{say('web.group.retention')}</h5>
          <TextFacts facts={online.retention} />
        </>
      )}
      {online.claims.length > 0 && (
        <>
          <h5>{say('web.group.claims')}</h5>
          <ul className="text-facts">
            {online.claims.map((claim) => (
              <li key={claim.claim.en}>
                <blockquote>
                  <p>{claim.claim[say.language]}</p>
                  <FoldedSources sources={claim.sources} />
                </blockquote>
                <FactView fact={claim.answer} shape="text" />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function ChannelFacts({ channel }: { channel: Channel }): ReactNode {
  const say = useSay();
  return (
    <div className="channel-facts">
      <h5>
        {say(`web.channel.${channel.kind}`)}
        {channel.label && <span className="soft"> {channel.label[say.language]}</span>}
      </h5>
      <FactView fact={channel.value} shape="plain" />
      <FactList rows={channelRows(channel)} />
      {channel.note && <FactView fact={channel.note} shape="text" />}
    </div>
  );
}
