/** Money is integer cents of US dollars. */
export type Cents = number;

const USD = /^(\d{1,7})(?:\.(\d{1,2}))?$/;

/** Cents of `"70"`, `"70.5"`, `"70.00"` or a number with at most two decimals, 0 to 9,999,999.99; null for anything else. */
export function parseUsd(value: string | number): Cents | null {
  const match = USD.exec(typeof value === 'number' ? String(value) : value.trim());
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** `"-12.30"`: two decimals, a leading minus where negative, no thousands separator. */
export function formatUsd(cents: Cents): string {
  const whole = Math.floor(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  return `${cents < 0 ? '-' : ''}${whole}.${rest}`;
}
