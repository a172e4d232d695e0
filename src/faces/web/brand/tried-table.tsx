import { type ReactNode, useId } from 'react';
import { type TriedView, triedView } from '../../../app/tried-view.ts';
import type { Channel, Product } from '../../../domain/catalog/schema.ts';
import type { FiledReport } from '../../../domain/catalog/tried/schema.ts';
import { useSay } from '../language.tsx';
import { Sureness } from '../parts/sources.tsx';

interface Props {
  product: Product;
  reports: readonly FiledReport[];
}

/** For each route what is documented and what people tried, side by side and never mixed. */
export function TriedTable({ product, reports }: Props): ReactNode {
  const say = useSay();
  const id = useId();
  const tried = triedView(reports, product.id, say);
  const kinds = [...new Set(product.channels.map((channel) => channel.kind))];
  const others = tried.routes.map(({ route }) => route).filter((route) => !kinds.some((kind) => kind === route));
  if (kinds.length + others.length === 0) return null;
  return (
    <div className="group tried">
      <h4 id={id}>{say('web.group.tried')}</h4>
      <table aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{say('web.tried.route')}</th>
            <th scope="col">{say('web.tried.documented')}</th>
            <th scope="col">{say('web.tried.tried')}</th>
          </tr>
        </thead>
        <tbody>
          {[...kinds, ...others].map((route) => (
            <tr key={route}>
              <th scope="row">{say(`tried.route.${route}`)}</th>
              <td>
                <Documented channels={product.channels.filter((channel) => channel.kind === route)} />
              </td>
              <td>
                <Reported tried={tried} route={route} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{say('tried.apart')}</p>
    </div>
  );
}

/** Whether the pages say that the line can be ended there; of several channels of a kind the one that can. */
function Documented({ channels }: { channels: readonly Channel[] }): ReactNode {
  const say = useSay();
  if (channels.length === 0) return <span className="soft">{say('web.tried.notDocumented')}</span>;
  const facts = channels.flatMap(({ canCancelHere }) => (canCancelHere ? [canCancelHere] : []));
  const fact = facts.find(({ value }) => value === 'yes') ?? facts.find(({ value }) => value === 'no') ?? facts[0];
  const value = fact?.confidence === 'conflicting' ? 'conflicting' : (fact?.value ?? 'unknown');
  return (
    <>
      {say(`web.tried.can.${value}`)} {fact?.value && <Sureness confidence={fact.confidence} />}
    </>
  );
}

function Reported({ tried, route }: { tried: TriedView; route: string }): ReactNode {
  const say = useSay();
  const found = tried.routes.find((one) => one.route === route);
  return found ? found.parts : <span className="soft">{say('web.tried.none')}</span>;
}
