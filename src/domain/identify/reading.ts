import { passesLuhn, passesMod97 } from './check-digits.ts';
import { readPhone } from './phone.ts';
import type { IdentifierKind, Problem } from './types.ts';

/** One way to read a string of digits. */
export interface Reading {
  kind: IdentifierKind;
  valid: boolean;
  /** Null where only a label said what it is: the digits may be a bank card's. */
  normalized: string | null;
  problems: Problem[];
  /** How sure the structure alone makes it; compared only with other readings. */
  rank: number;
}

/** From here on the structure alone is enough; below, a reading is a guess at what was meant. */
export const SURE = 60;

/** How the digits were written, as far as it changes what they can be. */
export interface Written {
  plus: boolean;
  /** Whether groups and context allow a national phone number (a date and a time add up to ten digits, too). */
  maybePhone: boolean;
}

/** Everything a string of digits can be, the likeliest first. Empty: nothing known has this shape. */
export function readingsOf(digits: string, written: Written): Reading[] {
  const { length } = digits;
  const found: (Reading | null)[] = [];
  if (!written.plus) {
    if (length === 32) found.push(readEid(digits));
    if (length >= 15 && length <= 22) found.push(readIccid(digits));
    if (length === 15) found.push(readImsi(digits), readImei(digits));
    if (length === 14 || length === 16) found.push(readImei(digits));
    if (length >= 29 && length <= 34 && length !== 32) found.push(wrongLength('eid', digits));
  }
  if (length <= 18 && (written.plus || written.maybePhone)) found.push(readMsisdn(digits, written.plus));
  return found.filter((reading) => reading !== null).sort((a, b) => b.rank - a.rank);
}

/** What a label says the digits are, though their shape says otherwise. */
export function readAsLabelled(kind: IdentifierKind, digits: string, plus: boolean): Reading {
  if (kind === 'msisdn') return impossibleNumber(digits, plus);
  if (kind === 'iccid' && digits.length >= 18 && digits.length <= 20)
    return { kind, valid: false, normalized: null, problems: [{ code: 'prefix', facts: {} }], rank: 40 };
  return { ...wrongLength(kind, digits, 40), normalized: null };
}

/** ITU-T E.118: 89, country, issuer, account, Luhn digit; 18 to 20 digits in practice. The check digit alone proves nothing wrong. */
function readIccid(digits: string): Reading | null {
  if (!digits.startsWith('89')) return null;
  if (digits.length < 18 || digits.length > 20) return wrongLength('iccid', digits);
  const sound = passesLuhn(digits);
  const problems: Problem[] = sound ? [] : [{ code: 'luhn', facts: {} }];
  if (!sound && digits.length === 18) problems.push({ code: 'check-digit-missing', facts: {} });
  const rank = (sound ? 95 : 78) - (digits.length === 18 ? 2 : 0);
  return { kind: 'iccid', valid: true, normalized: digits, problems, rank };
}

/** GSMA SGP.02 and SGP.29: 32 digits, ISO 7064 MOD 97-10; only the older numbers must begin with 89. */
function readEid(digits: string): Reading {
  const sound = passesMod97(digits);
  const problems: Problem[] = [...(sound ? [] : [{ code: 'mod-97' as const, facts: {} }]), chip];
  const rank = sound ? 100 : digits.startsWith('89') ? 70 : 50;
  return { kind: 'eid', valid: sound, normalized: digits, problems, rank };
}

/** ITU-T E.212: mobile country code, network code, subscriber. The US has the country codes 310 to 316 and network codes of three digits. */
function readImsi(digits: string): Reading | null {
  if (isUsMcc(digits)) return { kind: 'imsi', valid: true, normalized: digits, problems: [], rank: 88 };
  if (!/^[2-79]/.test(digits)) return null;
  const problems: Problem[] = [{ code: 'not-us', facts: { country: null, company: null } }];
  // 460 is China; elsewhere a sound device number is the likelier reading.
  return { kind: 'imsi', valid: true, normalized: digits, problems, rank: digits.startsWith('460') ? 86 : 50 };
}

/** Whether an IMSI's first three digits are a mobile country code of the US. */
export function isUsMcc(imsi: string): boolean {
  const mcc = Number(imsi.slice(0, 3));
  return mcc >= 310 && mcc <= 316;
}

/** Bodies that give out type allocation codes; most phones begin with one of them. */
const COMMON_TAC = /^(?:01|35|86|99)/;
const ANY_TAC = /^(?:01|10|30|33|35|44|45|49|5[0-4]|86|91|98|99)/;

/** 3GPP TS 23.003: 14 digits and a Luhn digit, or 14 digits and two of the software version. */
function readImei(digits: string): Reading | null {
  if (digits.length !== 15) {
    const code = digits.length === 14 ? 'check-digit-missing' : 'software-version';
    const rank = COMMON_TAC.test(digits) ? 57 : 20;
    return { kind: 'imei', valid: true, normalized: digits, problems: [{ code, facts: {} }, device], rank };
  }
  const sound = passesLuhn(digits);
  const issued = ANY_TAC.test(digits);
  const problems: Problem[] = [...(sound ? [] : [{ code: 'luhn' as const, facts: {} }]), device];
  const rank = sound ? (issued ? 85 : 56) : issued ? 58 : 30;
  return { kind: 'imei', valid: sound, normalized: digits, problems, rank };
}

function readMsisdn(digits: string, plus: boolean): Reading | null {
  const phone = readPhone(digits, plus);
  if (phone)
    return { kind: 'msisdn', valid: true, normalized: phone.e164, problems: phone.problems, rank: plus ? 94 : 80 };
  if ((plus && digits.length > 4) || /^1?\d{10}$/.test(digits)) return impossibleNumber(digits, plus);
  return digits.length === 7 && /^[2-9]/.test(digits)
    ? {
        kind: 'msisdn',
        valid: false,
        normalized: digits,
        problems: [{ code: 'area-code-missing', facts: {} }],
        rank: 25,
      }
    : null;
}

function impossibleNumber(digits: string, plus: boolean): Reading {
  const normalized = plus ? `+${digits}` : digits;
  return { kind: 'msisdn', valid: false, normalized, problems: [{ code: 'number-impossible', facts: {} }], rank: 35 };
}

function wrongLength(kind: IdentifierKind, digits: string, rank = digits.startsWith('89') ? 45 : 10): Reading {
  const facts = { count: digits.length, right: RIGHT_LENGTH[kind] ?? '' };
  return { kind, valid: false, normalized: digits, problems: [{ code: 'length', facts }], rank };
}

const RIGHT_LENGTH: Partial<Record<IdentifierKind, string>> = { iccid: '18–20', imsi: '15', imei: '15', eid: '32' };
const device: Problem = { code: 'device-not-carrier', facts: {} };
const chip: Problem = { code: 'chip-not-carrier', facts: {} };
