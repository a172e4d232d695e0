import { literal } from '../text/literal.ts';

/** Finds what must not stand in the log: card numbers, activation codes, PINs, account numbers, passwords. */

/** A card number (ITU-T E.118: begins with 89, 19 or 20 digits) or an eUICC's EID (GSMA SGP.02: 32 digits, begins with 89), with separators. */
const CARD = /(?<!\d)8[\s.-]?9(?:[\s.-]?\d){16,30}(?!\d)/g;
/** An activation code (GSMA SGP.22 4.1): `LPA:1$address$matching-id`, with or without the scheme. */
const ACTIVATION = /(?:LPA:)?1\$[^\s$]+\$[^\s$]*(?:\$[^\s$]*){0,3}/gi;
/** Digits in the length of a payment card, an IMSI or an IMEI; a phone number with its plus is none of them. */
const LONG = /(?<![\d+])\d(?:[ -]?\d){14,18}(?!\d)/g;
/** A word for a secret, and what follows it. */
const NAMED =
  /(?:\b(?:pin|puk|passcode|password|pass ?word|otp|one[- ]time (?:code|password)|security code|verification code|cvv|ssn|account(?: (?:number|no\.?|#))?|acct\.?(?: (?:number|no\.?|#))?)\b|密码|口令|验证码|校验码|安全码|账号|账户号?|帐号|帐户)[^\p{L}\p{N}\n]{0,6}(?:(?:is|was|number|no|are|是|为|号)[^\p{L}\p{N}\n]{0,4})?(?=[^\s,;，。；]*\d)([A-Za-z0-9][A-Za-z0-9-]{2,39})/giu;

const HIDDEN = '••••';

/** The pieces of `text` that look secret, or are one of `known` (spaces and hyphens apart); empty where there is none. */
export function secretsIn(text: string, known: readonly string[] = []): string[] {
  const found = [CARD, ACTIVATION, LONG].flatMap((pattern) => text.match(pattern) ?? []);
  for (const match of text.matchAll(NAMED)) if (match[1]) found.push(match[1]);
  for (const value of known) {
    const written = [...bare(value)].map(literal).join(String.raw`[\s.-]?`);
    if (bare(value).length >= 4) found.push(...(text.match(new RegExp(written, 'gi')) ?? []));
  }
  return [...new Set(found)].sort((a, b) => b.length - a.length);
}

/** `text` with every piece of `secrets` hidden; where there is much to hide, its last four characters stay. */
export function hidden(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, maskOf(secret)), text);
}

/** `••••1234` of a long value, `••••` of one that is short enough to be guessed from its end. */
export function maskOf(value: string): string {
  const own = bare(value);
  return own.length >= 10 && !own.includes('$') ? `${HIDDEN}${own.slice(-4)}` : HIDDEN;
}

function bare(value: string): string {
  return value.replace(/[\s.-]/g, '');
}
