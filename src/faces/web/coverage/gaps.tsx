import { type ReactNode, useState } from 'react';
import type { Gap } from '../../../domain/catalog/counts.ts';
import type { CatalogIndex } from '../../../domain/catalog/index.ts';
import { useSay } from '../language.tsx';
import { linkTo } from '../router.ts';
import { fieldName } from './field-name.ts';

/** Products shown before somebody asks for the rest. */
const FIRST = 10;

/** The products of which least is known, each with what is missing. */
export function Gaps({ gaps, index }: { gaps: readonly Gap[]; index: CatalogIndex }): ReactNode {
  const say = useSay();
  const [all, setAll] = useState(false);
  const shown = all ? gaps : gaps.slice(0, FIRST);
  return (
    <>
      <ol className="gaps">
        {shown.map((gap) => (
          <li key={`${gap.brand}/${gap.product}`}>
            <GapItem gap={gap} index={index} />
          </li>
        ))}
      </ol>
      {gaps.length > shown.length && (
        <p>
          <button type="button" className="button quiet" onClick={() => setAll(true)}>
            {say('web.catalog.moreGaps', { count: gaps.length - shown.length })}
          </button>
        </p>
      )}
    </>
  );
}

function GapItem({ gap, index }: { gap: Gap; index: CatalogIndex }): ReactNode {
  const say = useSay();
  const brand = index.brands.find(({ slug }) => slug === gap.brand);
  const product = brand?.products.find(({ id }) => id === gap.product);
  const known = gap.fields - gap.missing.length;
  return (
    <>
      <p>
        <a href={linkTo({ page: 'brand', slug: gap.brand })}>{brand?.name[say.language] ?? gap.brand}</a>{' '}
        <span className="soft">{product?.name[say.language] ?? gap.product}</span>
      </p>
      <details className="folded-sources">
        <summary>{say('web.catalog.gap', { known, fields: gap.fields })}</summary>
        <ul className="unknown-facts">
          {gap.missing.map((field) => (
            <li key={field}>{fieldName(field, say)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
