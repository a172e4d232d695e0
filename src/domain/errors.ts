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
  'refused',
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
  'unknown-case',
  'case-unreadable',
  'event-type',
  'event-by-verb',
  'event-field',
  'case-refused',
  'option-unknown',
  'option-not-feasible',
  'needs-yes',
  'browser-missing',
  'practice-missing',
  'browser-failed',
  'cdp-address',
  'no-online-address',
  'online-address',
  'attachment-too-large',
  'import-broken',
  'import-locked',
  'import-newer',
  'case-diverged',
  'case-changed',
  'store-damaged',
  'store-newer',
  'store-foreign',
  'store-unavailable',
  'blob-damaged',
  'secret-damaged',
  'key-damaged',
  'key-missing',
  'file-exists',
  'file-unwritable',
  'mail-field',
  'mail-no-sender',
  'mail-no-recipient',
  'mail-not-written',
  'mail-has-gaps',
  'smtp-server',
  'smtp-password',
  'smtp-unreachable',
  'smtp-tls',
  'smtp-login',
  'smtp-refused',
  'send-needs-yes',
  'maybe-sent-already',
  'sent-recently',
  'glyph-missing',
  'catalog-damaged',
  'carrier-retired',
  'carrier-gone',
  'nothing-to-report',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What can be wrong with a command line or a request as such (`problem` of `usage`); the sentence stands under `error.usage.<problem>`. */
export const USAGE_PROBLEMS = [
  'missingCommand',
  'unknownCommand',
  'missingArgument',
  'excessArguments',
  'unknownOption',
  'optionMissingArgument',
  'invalidPort',
  'missingOption',
  'choose-needs-case',
  'invalid-parameter',
  'content-type',
  'dns-file',
  'line-file',
  'case-or-line',
] as const;

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

const DATE = String.raw`(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)`;
/** Activation codes, digit runs, and words that look made by a machine; a calendar date is none of them. */
const SECRETS = new RegExp(
  [
    String.raw`(?<code>\$)[^\s$]+`,
    `(?<date>${DATE})`,
    String.raw`\d(?:[\s-]?(?!${DATE})\d){6,}`,
    // As short as a PIN; a year is none.
    String.raw`(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{4,6}(?!\d)`,
    String.raw`(?<![A-Za-z0-9])(?=[a-z0-9-]*[A-Z][a-z0-9-]*[A-Z])(?=[A-Za-z-]*\d[A-Za-z-]*\d)[A-Za-z0-9-]{8,}`,
  ].join('|'),
  'g',
);

/** Text without what no eye sees: control characters, which steer a terminal, and marks that turn the direction of writing. */
export function printable(given: string): string {
  return given.replace(/\p{Cc}+/gu, ' ').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/**
 * A piece of input fit to be repeated in a sentence: at most `most` characters, secrets hidden, since people paste the
 * wrong thing into the wrong place. Full-width digits count as digits.
 */
export function echo(given: string, most = 40): string {
  const hidden = printable(given.slice(0, most * 4))
    .normalize('NFKC')
    .replace(SECRETS, (match, code?: string, date?: string) => (code ? '$***' : date ? match : '***'));
  return hidden.length > most ? `${hidden.slice(0, most)}…` : hidden;
}
