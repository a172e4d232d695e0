import type { ReactNode } from 'react';
import type { Product } from '../../../domain/catalog/schema.ts';
import { useSay } from '../language.tsx';
import { FactView } from './fact-view.tsx';

/** What keeps a number from moving, and where it is switched off. */
export function Locks({ locks }: { locks: Product['portOut']['locks'] }): ReactNode {
  const say = useSay();
  if (locks.length === 0) return null;
  return (
    <dl className="facts">
      {locks.map((lock) => (
        <div key={lock.name} className="fact">
          <dt>{say(lock.mustBeOff ? 'web.lock.off' : 'web.lock.maybe', { name: lock.name })}</dt>
          <dd>
            <FactView fact={lock.where} shape="text" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
