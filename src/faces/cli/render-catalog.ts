import type { CatalogListView, ShownBrand } from '../../app/catalog.ts';
import { triedView } from '../../app/tried-view.ts';
import type { Finding } from '../../domain/catalog/lint/types.ts';
import type { Fact, Text } from '../../domain/catalog/schema.ts';
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
  const gone = view.retired.map(
    ({ slug, name, redirect }) => `${slug.padEnd(30)} ${name}${redirect ? ` → ${redirect}` : ''}`,
  );
  const retired = gone.length > 0 ? ['', say('cli.catalog.retiredList'), ...gone] : [];
  return [
    ...rows,
    ...retired,
    '',
    say('cli.catalog.count', { brands: view.brands.length, products: rows.length }),
  ].join('\n');
}

/** Every fact of a brand with its confidence, its pages and all that disagrees; then what people tried, apart from it. */
export function renderBrand({ tried, ...brand }: ShownBrand, say: Say): string {
  const lines = [...factsIn(brand)].flatMap(({ path, fact }) => renderFact(titled(path, brand, say), fact, say));
  const gone = 'redirect' in brand ? [goneText(brand.redirect, say)] : [];
  const reports = triedView(tried, null, say).routes.map(({ text }) => `  ${text}`);
  return [
    `${brand.name[say.language]} (${brand.slug})`,
    ...gone,
    '',
    ...lines,
    '',
    `${say('check.text.tried')}${say('check.text.colon').trimEnd()}`,
    ...(reports.length > 0 ? reports : [`  ${say('tried.none')}`]),
  ].join('\n');
}

function goneText(redirect: string | null, say: Say): string {
  return redirect === null ? say('cli.catalog.gone') : say('cli.catalog.retired', { redirect });
}

/** The path; a fact inside an online step bears the name and the kind of the step, too. */
function titled(path: readonly (string | number)[], brand: unknown, say: Say): string {
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], brand);
  const { title, kind } = parent as { title?: Text; kind?: string };
  if (!title) return path.join('.');
  const words = kind ? [say(`check.step.${kind}`), title[say.language]] : [title[say.language]];
  return `${path.join('.')} [${words.join(say('check.text.colon'))}]`;
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

/** `file:line severity rule: sentence`, errors first (`quiet`: only errors), then a count. The order is the rules' own. */
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

/** Products shown in the text; the JSON holds all. */
const WORST = 10;

/** The counts as small tables: how sure, what is known of each field, and of which products least is known. */
export function renderStats(stats: CatalogStats, say: Say): string {
  const words = ['official', 'secondary', 'conflicting', 'unknown'] as const;
  const rows: [string, number | null, string?][] = [
    ['brands', stats.brands],
    ['products', stats.products],
    ['facts', stats.facts.total],
    ...words.map((word): [string, number, string] => [
      word,
      stats.facts[word],
      say('cli.stats.percent', { percent: Math.round(stats.shares[word] * 100) }),
    ]),
    ['factsWithoutSource', stats.factsWithoutSource],
    ['medianAgeDays', stats.medianAgeDays],
    ['staleFacts', stats.staleFacts],
    ['undatedFacts', stats.undatedFacts],
    ['tried', stats.tried.reports],
  ];
  const counts = rows.map(
    ([name, value, more]) =>
      `${number(value ?? '–')}  ${say(`cli.stats.${name}`)}${more ? ` ${more}`.replace(' （', '（') : ''}`,
  );
  const fields = stats.coverage.map(({ field, known, conflicting, unknown, applies }) =>
    [number(known), number(conflicting), number(unknown), number(applies), ` ${field}`].join(''),
  );
  const gaps = stats.gaps.slice(0, WORST).map(({ brand, product, fields: all, missing }) => {
    const known = say('cli.stats.gap', { known: all - missing.length, fields: all });
    return `  ${`${brand}/${product}`.padEnd(36)} ${known}`;
  });
  const head = say('cli.stats.coverageHead').split(/ {2,}/);
  const titles = `${head
    .slice(0, -1)
    .map((title) => ' '.repeat(Math.max(1, 12 - columns(title))) + title)
    .join('')}  ${head.at(-1)}`;
  return [...counts, '', say('cli.stats.coverage'), titles, ...fields, '', say('cli.stats.gaps'), ...gaps].join('\n');
}

function number(value: number | string): string {
  return String(value).padStart(12);
}
