/** From the answers of the page to the situation that `decide` reads (docs/situation.md). Pure. */
import type { Brand } from '../../../domain/catalog/schema.ts';
import type { Answers, Draft } from '../state/draft.ts';
import { productOf, questionsFor, shownFields } from './flow.ts';

/** JSON as `simoff decide FILE.json` reads it; what is not known is left out. */
export type SituationJson = { line: { carrier: string; product: string } & Record<string, unknown> } & Record<
  string,
  unknown
>;

/** The situation of a draft. Answers to questions that no longer apply are left out. `today` is `YYYY-MM-DD`. */
export function situationOf(draft: Draft, brand: Brand, today: string): SituationJson {
  const answers = applying(brand, draft.answers);
  const text = (name: string): string | undefined => {
    const value = answers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const count = (name: string): number | undefined => (text(name) === undefined ? undefined : Number(text(name)));

  return pruned({
    line: {
      carrier: brand.slug,
      product: productOf(brand, answers).id,
      monthlyUsd: text('monthlyUsd'),
      cycleDay: count('cycleDay'),
      paidThrough: text('paidThrough'),
      termMonths: count('termMonths'),
      autopay: text('autopay') === undefined ? undefined : text('autopay') === 'yes',
      balanceUsd: text('balanceUsd'),
      depositUsd: text('depositUsd'),
      installments: installmentsOf(text),
      linesOnAccount: count('linesOnAccount'),
      serviceCommitment: text('commitment'),
    },
    leavesOn: text('leavesOn'),
    returnsOn: text('returnsOn'),
    needsServiceUntil: untilOf(text, today),
    userCountry: countryOf(text),
    userZone: text('zone'),
    number: {
      keep: text('keep'),
      keepUntil: text('keepUntil'),
      codesStillSentHere: answers.codes ?? undefined,
    },
    bought: { from: text('bought'), inNameOf: text('inNameOf') },
    account: { role: text('role') },
  }) as SituationJson;
}

type Text = (name: string) => string | undefined;

function untilOf(text: Text, today: string): string | undefined {
  if (text('until') === 'now') return today;
  return text('until') === 'leave' ? text('leavesOn') : text('untilOn');
}

/** Two letters of the country the person is in; undefined where it was not said. */
export function countryOf(text: Text): string | undefined {
  const where = text('where');
  return where === 'other' ? text('country') : where?.toUpperCase();
}

function installmentsOf(text: Text): Record<string, string | undefined> | undefined {
  if (text('installments') === 'no') return { remainingUsd: '0.00', monthlyPromoCreditUsd: '0.00' };
  if (text('installments') !== 'yes' || text('remainingUsd') === undefined) return undefined;
  return {
    remainingUsd: text('remainingUsd'),
    monthlyUsd: text('installmentUsd'),
    monthlyPromoCreditUsd: text('creditUsd'),
  };
}

/** Only what is asked with the other answers as they stand. */
function applying(brand: Brand, answers: Answers): Answers {
  const asked = questionsFor(brand, answers).flatMap((question) => shownFields(question, answers));
  const names = new Set(asked.map((field) => field.name));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
}

/** Without what is undefined, and without objects that hold nothing. */
function pruned(value: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const kept = isRecord(item) ? pruned(item) : item;
    if (kept === undefined || (isRecord(kept) && Object.keys(kept).length === 0)) continue;
    out[key] = kept;
  }
  return out;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
