/** What may stand in an error or a grounds entry: plain values a sentence can be filled with. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * Every error a person can meet, each with one sentence per language under `error.<code>`.
 * `internal` is the only one that is our fault (exit 3, HTTP 500); all others are bad input or usage (exit 2, HTTP 4xx).
 */
export const ERROR_CODES = [
  'internal',
  'usage',
  'not-found',
  'input-too-large',
  'input-too-long',
  'file-unreadable',
  'not-json',
  'situation-field',
  'unknown-carrier',
  'unknown-product',
  'bad-country',
  'bad-date',
  'bad-instant',
  'bad-language',
  'bad-zone',
  'picture-too-large',
  'port-taken',
  'catalog-unreachable',
  'picture-unreadable',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** The one error class: a stable code, the facts its sentence needs, and the cause. Never put a secret in `facts`. */
export class SimoffError extends Error {
  readonly code: ErrorCode;
  readonly facts: Facts;

  constructor(code: ErrorCode, facts: Facts = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'SimoffError';
    this.code = code;
    this.facts = facts;
  }
}

/**
 * A piece of input fit to be repeated in a sentence: at most 40 characters, long digit runs and activation codes hidden,
 * since people paste the wrong thing into the wrong place.
 */
export function echo(given: string): string {
  const hidden = given.replace(/\$[^\s$]+/g, '$***').replace(/\d(?:[\s-]?\d){6,}/g, '***');
  return hidden.length > 40 ? `${hidden.slice(0, 40)}…` : hidden;
}
