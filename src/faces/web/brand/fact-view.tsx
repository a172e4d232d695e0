import type { ReactNode } from 'react';
import type { Fact, Text } from '../../../domain/catalog/schema.ts';
import { useSay } from '../language.tsx';
import { FoldedSources, Sources, Sureness } from '../parts/sources.tsx';
import type { Row } from './facts.ts';
import { type Shape, showValue } from './values.ts';

/** Facts as a list of terms: each with its value, how sure it is, what other pages say, and the pages themselves. */
export function FactList({ rows }: { rows: readonly Row[] }): ReactNode {
  const say = useSay();
  const bare = rows.filter((row) => isBare(row.fact));
  return (
    <dl className="facts">
      {rows
        .filter((row) => !isBare(row.fact))
        .map((row) => (
          <div key={row.label} className="fact">
            <dt>{say(`web.fact.${row.label}`)}</dt>
            <dd>
              <FactView fact={row.fact} shape={row.shape} />
            </dd>
          </div>
        ))}
      {bare.length > 0 && (
        <div className="fact">
          <dt>{say('web.fact.unknown')}</dt>
          <dd>
            <ul className="unknown-facts">
              {bare.map((row) => (
                <li key={row.label}>{say(`web.fact.${row.label}`)}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Nothing is known and nothing is said about why. */
function isBare(fact: Fact<unknown> | undefined): boolean {
  return !fact || (fact.value === null && fact.alternatives.length === 0 && !fact.note);
}

/** One fact. Without a fact, or with a value of null, it says "unknown". */
export function FactView({ fact, shape }: { fact: Fact<unknown> | undefined; shape: Shape }): ReactNode {
  const say = useSay();
  if (!fact || (fact.value === null && fact.alternatives.length === 0)) {
    return (
      <>
        <Sureness confidence="unknown" />
        {fact?.note && <p className="soft">{showValue(fact.note, 'text', say)}</p>}
      </>
    );
  }
  const all = [{ value: fact.value, sources: fact.sources }, ...fact.alternatives].filter(
    ({ value }) => value !== null,
  );
  return (
    <>
      {all.length === 1 ? (
        <p className="fact-value">
          {showValue(all[0]?.value, shape, say)} <Sureness confidence={fact.confidence} />
        </p>
      ) : (
        <Conflict all={all} fact={fact} shape={shape} />
      )}
      {fact.note && <p className="soft">{showValue(fact.note, 'text', say)}</p>}
      {all.length === 1 && <FoldedSources sources={fact.sources} checkedOn={fact.checkedOn} />}
    </>
  );
}

/** Pages that contradict each other: every value, each with its own pages. */
function Conflict({
  all,
  fact,
  shape,
}: {
  all: { value: unknown; sources: Fact<unknown>['sources'] }[];
  fact: Fact<unknown>;
  shape: Shape;
}): ReactNode {
  const say = useSay();
  return (
    <>
      <Sureness confidence={fact.confidence} />
      <ul className="conflict">
        {all.map(({ value, sources }) => (
          <li key={JSON.stringify(value)}>
            <p className="fact-value">{showValue(value, shape, say)}</p>
            <Sources sources={sources} checkedOn={fact.checkedOn} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Sentences of the catalog, one item each. */
export function TextFacts({ facts }: { facts: readonly Fact<Text>[] }): ReactNode {
  if (facts.length === 0) return null;
  return (
    <ul className="text-facts">
      {facts.map((fact) => (
        <li key={fact.value?.en ?? fact.checkedOn}>
          <FactView fact={fact} shape="text" />
        </li>
      ))}
    </ul>
  );
}
