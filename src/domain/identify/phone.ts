import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
// The smallest metadata still tells all +1 countries and toll-free numbers apart; it loads in a third of the full set's time.
import metadata from 'libphonenumber-js/min/metadata';
import type { Problem } from './types.ts';

export interface PhoneReading {
  /** E.164. */
  e164: string;
  /** ISO 3166 code, or null for a number of no country (+800 and the like). */
  country: string | null;
  problems: Problem[];
}

/** American ground outside the states; their numbers are US numbers to a carrier. */
const US_TERRITORIES = ['US', 'PR', 'VI', 'GU', 'AS', 'MP'];

/**
 * A telephone number from its digits alone. `international`: a plus sign, 00 or 011 stood in front, and the digits begin with
 * a country code. Without it ten digits are American; eleven are American with a 1 in front or, failing that, a Chinese mobile
 * number; thirteen beginning with 86 are Chinese. Null: no number of any numbering plan.
 */
export function readPhone(digits: string, international: boolean): PhoneReading | null {
  if (international) return digits.length < 7 || digits.length > 15 ? null : parse(digits);
  const dialled = /^(?:00|011)([1-9]\d{6,14})$/.exec(digits)?.[1];
  if (dialled) return parse(dialled);
  if (/^[2-9]\d{9}$/.test(digits)) return parse(`1${digits}`);
  if (/^861\d{10}$/.test(digits)) return parse(digits);
  if (!/^1\d{10}$/.test(digits)) return null;
  const american = parse(digits);
  if (american && isAmerican(american.country)) return american;
  return parse(`86${digits}`) ?? american;
}

export function isAmerican(country: string | null): boolean {
  return country !== null && US_TERRITORIES.includes(country);
}

/** The main country behind a calling code at the start of the digits (ITU-T E.164), or null. */
export function countryOfCallingCode(digits: string): string | null {
  for (const length of [1, 2, 3]) {
    const countries = callingCodes[digits.slice(0, length)];
    if (countries) return countries[0] ?? null;
  }
  return null;
}

const callingCodes = (metadata as unknown as { country_calling_codes: Record<string, string[]> }).country_calling_codes;

function parse(international: string): PhoneReading | null {
  const number = parsePhoneNumberFromString(`+${international}`, metadata);
  if (!number?.isValid()) return null;
  const country = number.country ?? null;
  const type = number.getType();
  const problems: Problem[] = [];
  if (type === 'TOLL_FREE') problems.push({ code: 'toll-free', facts: {} });
  if (type === 'PREMIUM_RATE') problems.push({ code: 'premium-rate', facts: {} });
  // Toll-free numbers of +1 are shared by its countries; libphonenumber files them under the US.
  if (!isAmerican(country)) problems.push({ code: 'not-us', facts: { country, company: null } });
  if (problems.length === 0) problems.push({ code: 'number-names-nobody', facts: {} });
  return { e164: number.number, country, problems };
}
