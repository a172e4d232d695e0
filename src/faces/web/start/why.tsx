import type { ReactNode } from 'react';
import type { Fact, Text } from '../../../domain/catalog/schema.ts';
import { catalog } from '../catalog.ts';
import { readable } from '../format.ts';
import { useSay } from '../language.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Section } from '../parts/page.tsx';
import { FoldedSources, Sureness } from '../parts/sources.tsx';

/** Lines shown at once; the rest is folded. */
const FIRST_SHOWN = 4;

/** What goes on if one does nothing: for the brand at hand first, then in general. */
export function Why({ carrier }: { carrier: string | null }): ReactNode {
  const say = useSay();
  const general = useLoaded('why', () => catalog.why());
  const brand = useLoaded(`why/${carrier}`, async () => (carrier === null ? null : catalog.brand(carrier)));
  const own = brand.state === 'ready' ? (brand.value?.ifIdle ?? []) : [];
  const all = general.state === 'ready' ? general.value.ifIdle.map((entry) => entry.text) : [];
  const lines: Fact<Text>[] = [...own, ...all].filter((fact) => fact.value !== null);
  if (lines.length === 0) return null;

  return (
    <Section id="why" title={say('web.why.title')}>
      <ul className="why">{lines.slice(0, FIRST_SHOWN).map(item)}</ul>
      {lines.length > FIRST_SHOWN && (
        <details>
          <summary>{say('web.why.more', { count: lines.length - FIRST_SHOWN })}</summary>
          <ul className="why">{lines.slice(FIRST_SHOWN).map(item)}</ul>
        </details>
      )}
    </Section>
  );

  function item(fact: Fact<Text>): ReactNode {
    return (
      <li key={fact.value?.en}>
        <p>
          {fact.value && readable(fact.value[say.language], say.language)}{' '}
          {fact.confidence !== 'official' && <Sureness confidence={fact.confidence} />}
        </p>
        <FoldedSources sources={fact.sources} checkedOn={fact.checkedOn} />
      </li>
    );
  }
}
