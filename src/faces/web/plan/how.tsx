import type { ReactNode } from 'react';
import type { OptionView } from '../../../app/decide.ts';
import type { Product } from '../../../domain/catalog/schema.ts';
import { FactList } from '../brand/fact-view.tsx';
import { productGroups } from '../brand/facts.ts';
import { Locks } from '../brand/locks.tsx';
import { useSay } from '../language.tsx';

/** Facts of the catalog that say how an option is done; cancelling has its own parts of the page. */
const GROUP_OF: Partial<Record<OptionView['kind'], string>> = {
  'port-out': 'portOut',
  suspend: 'suspend',
  'let-lapse': 'lapse',
};

/** What the way to the carrier is for, with the recommended option. */
export function How({ kind, product }: { kind: OptionView['kind']; product: Product | null }): ReactNode {
  const say = useSay();
  const group = product ? productGroups(product).find((own) => own.id === GROUP_OF[kind]) : undefined;
  return (
    <>
      <p>{say(`web.plan.how.${kind}`)}</p>
      {group && <FactList rows={group.rows} />}
      {kind === 'port-out' && product && <Locks locks={product.portOut.locks} />}
    </>
  );
}
