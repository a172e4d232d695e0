import type { CatalogIndex } from '../catalog/index.ts';
import { SimoffError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { clean } from './clean.ts';
import { type LpaReading, readLpas } from './lpa.ts';
import { mask } from './mask.ts';
import { merge, ownerOfIccid, ownerOfImsi } from './networks.ts';
import { type Found, pick } from './pick.ts';
import { isUsMcc, type Reading } from './reading.ts';
import { type Chunk, scan, withoutLabels } from './scan.ts';
import { brandsNamedIn, searchBrands } from './search.ts';
import type { Also, BrandMatch, Candidate, Identified, IdentifierKind, LpaParts, Problem } from './types.ts';

/** What tells most about whose card it is comes first. */
const TELLING: readonly IdentifierKind[] = ['iccid', 'imsi', 'lpa', 'msisdn', 'eid', 'imei', 'unknown'];
const MOST_ALSO = 20;
/** A similar name below this is a guess not worth showing under a text that is no search. */
const LIKENESS = 0.5;
/** From here on the whole text is a name. */
const WHOLE_NAME = 0.9;
const MOST_SIMILAR = 5;

interface Identifier {
  kind: IdentifierKind;
  valid: boolean;
  normalized: string | null;
  problems: Problem[];
  lpa: LpaParts | null;
  others: Reading[];
  start: number;
  end: number;
}

/**
 * What a text is, and whose: an ICCID, phone number, IMSI, IMEI, EID or activation code, alone or within other words, or the
 * name of a brand. Odd content is an answer of kind `unknown`. The matching id of an activation code is in no field of it.
 * Throws `input-too-long` beyond LIMITS.identifyChars.
 */
export function identify(text: string, index: CatalogIndex): Identified {
  if (text.length > LIMITS.identifyChars) throw new SimoffError('input-too-long', { limit: LIMITS.identifyChars });
  const plain = clean(text);
  const lpas = readLpas(plain);
  const digitsOnly = blank(plain, lpas);
  const chunks = scan(digitsOnly);
  const numbers = chunks.flatMap((chunk) => pick(chunk, chunks.length === 1));
  const found = [...lpas.map(fromLpa), ...numbers.map(fromDigits)].sort(byTelling);
  const words = withoutLabels(blank(digitsOnly, numbers));

  const [first, ...rest] = found;
  if (!first) return unknown(plain, words, chunks, index);
  const owner = ownerOf(first, index);
  return {
    kind: first.kind,
    valid: first.valid,
    normalized: first.normalized,
    masked: first.normalized === null ? null : mask(first.kind, first.normalized),
    problems: [...first.problems, ...owner.problems],
    candidates: merge([...brandsNamedIn(words, index).map(asCandidate), ...owner.candidates]),
    also: alsoOf(first, rest),
    lpa: first.lpa,
  };
}

/** The same for the texts of several codes in one picture: the most telling one, the others under `also`. None: an answer, too. */
export function identifyCodes(texts: readonly string[], index: CatalogIndex): Identified {
  const all = texts.map((text) => identify(text, index)).sort(byTelling);
  const [first, ...rest] = all;
  if (!first) return nothing([{ code: 'no-code-in-picture', facts: {} }], []);
  const others = rest.filter((other) => other.kind !== 'unknown').map(({ kind, masked }) => ({ kind, masked }));
  return { ...first, also: distinct([...first.also, ...others], first) };
}

function unknown(plain: string, words: string, chunks: readonly Chunk[], index: CatalogIndex): Identified {
  if (plain.trim() === '') return nothing([{ code: 'empty', facts: {} }], []);
  const digits = chunks.flatMap((chunk) => chunk.groups.map((group) => group.digits)).join('');
  const names = /\p{L}/u.test(words) ? namesMeant(words, plain, index) : [];
  const bare = /^[\s*#+]*\d{3,6}[\s#]*$/.test(plain);
  if (bare || (names.length === 0 && /^[2-9]11$/.test(digits)))
    return nothing([{ code: 'short-code', facts: { number: digits } }], names);
  if (names.length > 0) return nothing([], names);
  if (digits.length >= 7) return nothing([{ code: 'digits-of-no-kind', facts: { count: digits.length } }], []);
  return nothing([{ code: 'not-an-identifier', facts: {} }], []);
}

/** Names spelt out in the text; failing that, what the whole of it resembles. A name may hold digits, so those stay in. */
function namesMeant(words: string, plain: string, index: CatalogIndex): BrandMatch[] {
  const search = searchBrands(plain, index).filter((match) => match.score >= LIKENESS);
  const whole = search.filter((match) => match.score >= WHOLE_NAME);
  if (whole.length > 0) return whole;
  const spelt = brandsNamedIn(words, index);
  return spelt.length > 0 ? spelt : search.slice(0, MOST_SIMILAR);
}

function nothing(problems: Problem[], names: readonly BrandMatch[]): Identified {
  const candidates = names.map(asCandidate);
  return { kind: 'unknown', valid: false, normalized: null, masked: null, problems, candidates, also: [], lpa: null };
}

function ownerOf(first: Identifier, index: CatalogIndex): { candidates: Candidate[]; problems: Problem[] } {
  const { kind, valid, normalized } = first;
  if (!valid || normalized === null) return { candidates: [], problems: [] };
  if (kind === 'iccid') return ownerOfIccid(normalized, index);
  if (kind === 'imsi' && isUsMcc(normalized)) return ownerOfImsi(normalized, index);
  return { candidates: [], problems: [] };
}

/** A name somebody wrote is their word for it, not a proof; a name like it is a guess. */
function asCandidate({ slug, ground }: BrandMatch): Candidate {
  return { carrier: slug, confidence: ground.code === 'similar-name' ? 'unknown' : 'secondary', grounds: [ground] };
}

function alsoOf(first: Identifier, rest: readonly Identifier[]): Also[] {
  const others = [...first.others, ...rest].flatMap(({ kind, normalized }) =>
    normalized === null || normalized === first.normalized ? [] : [{ kind, masked: mask(kind, normalized) }],
  );
  const masked = first.normalized === null ? null : mask(first.kind, first.normalized);
  return distinct(others, { kind: first.kind, masked });
}

function distinct(all: readonly Also[], first: Also): Also[] {
  const seen = new Set([`${first.kind} ${first.masked}`]);
  return all
    .filter(({ kind, masked }) => !seen.has(`${kind} ${masked}`) && seen.add(`${kind} ${masked}`))
    .slice(0, MOST_ALSO);
}

function byTelling(a: { kind: IdentifierKind; valid: boolean }, b: { kind: IdentifierKind; valid: boolean }): number {
  return Number(b.valid) - Number(a.valid) || TELLING.indexOf(a.kind) - TELLING.indexOf(b.kind);
}

function fromLpa({ start, end, valid, normalized, parts, problems }: LpaReading): Identifier {
  return { kind: 'lpa', valid, normalized, problems, lpa: parts, others: [], start, end };
}

function fromDigits({ reading, others, start, end }: Found): Identifier {
  return { ...reading, lpa: null, others, start, end };
}

/** The text with these stretches gone, its length kept so that positions stay true. */
function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of spans) {
    // A control character, so that digits on both sides of a blank are not taken for one number.
    rest += `${text.slice(at, start)}${'\u0001'.repeat(Math.max(0, end - start))}`;
    at = Math.max(at, end);
  }
  return rest + text.slice(at);
}
