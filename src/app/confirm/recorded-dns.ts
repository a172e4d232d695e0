import type { Dns, TxtAnswer } from '../../ports/dns.ts';

/** DNS answers as they are kept with a case: null where the question failed, an empty list where there is no such record. */
export type KeptAnswers = Record<string, readonly string[] | null>;

/** Asks `dns` and keeps every answer, so that the same mail can be judged again when the key is gone. */
export function recording(dns: Dns): { dns: Dns; answers: KeptAnswers } {
  const answers: KeptAnswers = Object.create(null);
  return {
    answers,
    dns: {
      async txt(name: string): Promise<TxtAnswer> {
        const answer = await dns.txt(name);
        answers[name.toLowerCase()] = answer.kind === 'found' ? answer.records : answer.kind === 'none' ? [] : null;
        return answer;
      },
    },
  };
}

/** Answers as they were when the mail came; only what failed then, or was not asked, is asked now. */
export function asOf(kept: KeptAnswers, dns: Dns): Dns {
  return {
    async txt(name: string): Promise<TxtAnswer> {
      const records = Object.hasOwn(kept, name.toLowerCase()) ? kept[name.toLowerCase()] : null;
      if (records === null || records === undefined) return dns.txt(name);
      return records.length === 0 ? { kind: 'none' } : { kind: 'found', records };
    },
  };
}

/** The answers in a kept file; empty where it does not hold any. */
export function keptAnswers(bytes: Uint8Array | null): KeptAnswers {
  if (bytes === null) return {};
  try {
    const given = JSON.parse(new TextDecoder().decode(bytes)) as { answers?: unknown };
    return typeof given.answers === 'object' && given.answers !== null ? (given.answers as KeptAnswers) : {};
  } catch {
    return {};
  }
}
