import { type SimoffError, USAGE_PROBLEMS } from '../domain/errors.ts';
import type { Say } from './say.ts';
import { inWords } from './words.ts';

/** The sentence of an error; what was wrong with a command, a field or the order of things has one for each kind. */
export function errorSentence({ code, facts }: Pick<SimoffError, 'code' | 'facts'>, say: Say): string {
  if (code === 'case-refused') return say(`case.refusal.${facts.reason}`, inWords(facts, say));
  if (code === 'event-field') return say('error.event-field', { ...facts, what: say(`record.wrong.${facts.problem}`) });
  if (code === 'mail-field' || code === 'smtp-server') {
    return say(`error.${code}`, { ...facts, what: say(`send.wrong.${facts.problem}`) });
  }
  const known = USAGE_PROBLEMS.find((problem) => code === 'usage' && problem === facts.problem);
  return say(known ? `error.usage.${known}` : `error.${code}`, facts);
}
