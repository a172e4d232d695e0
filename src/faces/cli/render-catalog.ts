import type { CatalogListView } from '../../app/catalog.ts';
import type { Finding } from '../../domain/catalog/lint/types.ts';
import type { Brand, Fact } from '../../domain/catalog/schema.ts';
import type { CatalogStats } from '../../domain/catalog/stats.ts';
import { factsIn } from '../../domain/catalog/walk.ts';
import type { Say } from '../../locale/say.ts';
import { columns } from './wrap.ts';

/** One line a product: slug/product, online answer, name. */
export function renderList(view: CatalogListView, say: Say): string {
  const rows = view.brands.flatMap((brand) =>
    brand.products.map((product) => {
      const id = `${brand.slug}/${product.id}`.padEnd(30);
      const online = say(`catalog.online.${product.online}`);
      const gap = ' '.repeat(Math.max(0, 10 - columns(online)));
      return `${id} ${online}${gap} ${brand.name}${say('check.text.colon')}${product.name}`;
    }),
  );
  return [...rows, '', say('cli.catalog.count', { brands: view.brands.length, products: rows.length })].join('\n');
}

/** Every fact of a brand with its confidence, its newest page and all that disagrees. */
export function renderBrand(brand: Brand, say: Say): string {
  const lines = [...factsIn(brand)].flatMap(({ path, fact }) => renderFact(path.join('.'), fact, say));
  return [`${brand.name[say.language]} (${brand.slug})`, '', ...lines].join('\n');
}

function renderFact(path: string, fact: Fact<unknown>, say: Say): string[] {
  const value = fact.value === null ? say('catalog.confidence.unknown') : shown(fact.value, say);
  const others = fact.alternatives.map(
    (other) => `    ${say('cli.catalog.other', { value: shown(other.value, say) })}`,
  );
  const note = fact.note ? [`    ${fact.note[say.language]}`] : [];
  const sources = fact.sources.map((source) => `    ${source.url} (${source.pageDate ?? say('cli.catalog.undated')})`);
  return [`${path}: ${value} [${say(`catalog.confidence.${fact.confidence}`)}]`, ...others, ...note, ...sources];
}

function shown(value: unknown, say: Say): string {
  if (value !== null && typeof value === 'object' && 'en' in value && 'zh' in value)
    return String((value as Record<string, string>)[say.language]);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `file:line severity rule: sentence`, errors first (`quiet`: only errors), then a count. */
export function renderFindings(
  view: { files: number; errors: number; warnings: number; findings: (Finding & { message: string })[] },
  quiet: boolean,
  say: Say,
): string {
  const shownFindings = quiet ? view.findings.filter((finding) => finding.severity === 'error') : view.findings;
  const sorted = shownFindings.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  const rows = sorted.map(
    ({ file, line, severity, rule, path, message }) =>
      `catalog/${file}:${line} ${severity} ${rule} ${path}: ${message}`,
  );
  return [
    ...rows,
    say('cli.catalog.lintCount', { files: view.files, errors: view.errors, warnings: view.warnings }),
  ].join('\n');
}

/** The counts as a small table. */
export function renderStats(stats: CatalogStats, say: Say): string {
  const rows: [string, number | null][] = [
    ['brands', stats.brands],
    ['products', stats.products],
    ['facts', stats.facts.total],
    ['official', stats.facts.official],
    ['secondary', stats.facts.secondary],
    ['conflicting', stats.facts.conflicting],
    ['unknown', stats.facts.unknown],
    ['factsWithoutSource', stats.factsWithoutSource],
    ['medianAgeDays', stats.medianAgeDays],
  ];
  return rows.map(([name, value]) => `${String(value ?? '–').padStart(8)}  ${say(`cli.stats.${name}`)}`).join('\n');
}
