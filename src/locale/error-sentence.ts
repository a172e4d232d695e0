import { type SimoffError, USAGE_PROBLEMS } from '../domain/errors.ts';
import type { Say } from './say.ts';

/** The sentence of an error; what was wrong with a command or a request has one for each kind. */
export function errorSentence({ code, facts }: Pick<SimoffError, 'code' | 'facts'>, say: Say): string {
  const known = USAGE_PROBLEMS.find((problem) => code === 'usage' && problem === facts.problem);
  return say(known ? `error.usage.${known}` : `error.${code}`, facts);
}
