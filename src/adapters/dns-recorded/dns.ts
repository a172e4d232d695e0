import { SimoffError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import type { Dns, TxtAnswer } from '../../ports/dns.ts';

/**
 * Answers from a file `{"name": ["TXT", …]}`, and asks nobody else. An empty list, or a name that is not there, does not exist;
 * null: that question failed when it was recorded. Throws `input-too-large`, `not-json`, `usage` where the form is another.
 */
export function dnsFromFile(bytes: Uint8Array): Dns {
  if (bytes.length > LIMITS.dnsFileBytes) throw new SimoffError('input-too-large', { limit: LIMITS.dnsFileBytes });
  return dnsFromAnswers(answersOf(bytes));
}

/** The same from answers in memory. */
export function dnsFromAnswers(answers: Readonly<Record<string, readonly string[] | null>>): Dns {
  const byName = new Map(Object.entries(answers).map(([name, records]) => [plain(name), records]));
  return {
    async txt(name: string): Promise<TxtAnswer> {
      const records = byName.get(plain(name));
      if (records === null) return { kind: 'failed' };
      if (records === undefined || records.length === 0) return { kind: 'none' };
      return { kind: 'found', records: joined(records) };
    },
  };
}

const plain = (name: string): string => name.trim().toLowerCase().replace(/\.$/, '');

/** Long keys are kept in pieces of 255 bytes; a piece that begins no record of its own belongs to the one before. */
function joined(records: readonly string[]): string[] {
  const whole: string[] = [];
  for (const record of records) {
    const begins = /^\s*"?\s*(?:[a-z]\s*=|v=)/i.test(record) || whole.length === 0;
    if (begins) whole.push(record);
    else whole[whole.length - 1] += record;
  }
  return whole;
}

function answersOf(bytes: Uint8Array): Record<string, string[] | null> {
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, ''));
  } catch {
    throw new SimoffError('not-json', { position: null, line: null, column: null });
  }
  const bad = new SimoffError('usage', { problem: 'dns-file', named: '--dns' });
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw bad;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      if (value === null) return [name, null];
      if (typeof value === 'string') return [name, [value]];
      if (!Array.isArray(value)) throw bad;
      return [name, value.map((own: unknown) => textOf(own, bad))];
    }),
  );
}

function textOf(own: unknown, bad: SimoffError): string {
  if (typeof own === 'string') return own;
  if (Array.isArray(own) && own.every((piece) => typeof piece === 'string')) return own.join('');
  throw bad;
}
