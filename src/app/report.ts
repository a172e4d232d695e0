import type { CaseState } from '../domain/case/types.ts';
import type { Brand, Product } from '../domain/catalog/schema.ts';
import { outcomeReport, type ReportAnswers } from '../domain/catalog/tried/outcome-report.ts';
import type { Tried } from '../domain/catalog/tried/schema.ts';
import { SimoffError } from '../domain/errors.ts';
import type { Say } from '../locale/say.ts';
import { monthInWords } from './check-words.ts';

/** An outcome report, to be shown in full before it is saved or sent. */
export interface ReportView {
  report: Tried;
  /** Where it goes, below the catalog folder: `tried/<slug>/<id>.yaml`. The same case always gives the same name. */
  path: string;
  /** The file. */
  yaml: string;
  /** The same for a person to read, and to send by mail or web form; ends with the file. */
  text: string;
}

/**
 * The outcome report of a case: closed words and round numbers, nothing a person typed. `answers` adds what the case does not
 * know. Throws `nothing-to-report` where nothing was tried yet.
 */
export function reportOf(
  state: CaseState,
  brand: Pick<Brand, 'slug' | 'name'>,
  product: Pick<Product, 'id' | 'name'>,
  say: Say,
  answers: ReportAnswers = {},
): ReportView {
  const made = outcomeReport(state, product.id, answers);
  if (!made) throw new SimoffError('nothing-to-report');
  const { id, report } = made;
  const path = `tried/${brand.slug}/${id}.yaml`;
  const yaml = yamlOf(report);
  return { report, path, yaml, text: textOf(report, { brand, product, path, yaml }, say) };
}

/** The month in quotes: without them YAML readers of an older kind make a date of it. */
function yamlOf(report: Tried): string {
  const lines = Object.entries(report).map(([key, value]) => `${key}: ${key === 'month' ? `"${value}"` : value}`);
  return `# yaml-language-server: $schema=../../schema/tried.schema.json\n${lines.join('\n')}\n`;
}

interface Place {
  brand: Pick<Brand, 'name'>;
  product: Pick<Product, 'name'>;
  path: string;
  yaml: string;
}

function textOf(report: Tried, { brand, product, path, yaml }: Place, say: Say): string {
  const rows: [string, string][] = [
    ['brand', brand.name[say.language]],
    ['product', product.name[say.language]],
    ['route', say(`tried.route.${report.route}`)],
    ['month', monthInWords(report.month, say)],
    ['minutes', report.minutes === null ? say('report.notCounted') : String(report.minutes)],
    ['attempts', String(report.attempts)],
    ['outcome', say(`tried.outcome.${report.outcome}`)],
    ['charge', say(`report.${report.chargeAfterClosing}`)],
  ];
  const told = rows.map(([name, value]) => `${say(`report.${name}`)}${say('check.text.colon')}${value}`);
  return [
    say('report.title'),
    '',
    ...told,
    '',
    say('report.nothingElse'),
    '',
    say('report.how', { path: `catalog/${path}` }),
    '',
    yaml.trimEnd(),
    '',
  ].join('\n');
}
