import type { Context } from 'hono';
import { SimoffError } from '../../domain/errors.ts';
import { errorSentence } from '../../locale/error-sentence.ts';
import type { Say } from '../../locale/say.ts';

export interface ErrorBody {
  error: { code: string; message: string; facts: SimoffError['facts'] };
}

/** The body of an error: the same document the command line prints. */
export function errorBody(error: SimoffError, say: Say): ErrorBody {
  return { error: { code: error.code, message: errorSentence(error, say), facts: error.facts } };
}

const STATUS: Partial<Record<SimoffError['code'], 404 | 409 | 413 | 500>> = {
  'not-found': 404,
  'unknown-carrier': 404,
  'unknown-product': 404,
  'carrier-retired': 404,
  'carrier-gone': 404,
  'catalog-damaged': 500,
  'unknown-case': 404,
  'case-refused': 409,
  'case-changed': 409,
  'case-diverged': 409,
  'maybe-sent-already': 409,
  'sent-recently': 409,
  'store-damaged': 409,
  'attachment-too-large': 413,
  'input-too-large': 413,
  'input-too-long': 413,
  'picture-too-large': 413,
};

/** Answers an error: 404 for what is not there, 409 for what cannot come now, 413 for too much, 500 for our own fault and a damaged installation, else 400. */
export function answerError(c: Context, error: unknown, say: Say): Response {
  const known = error instanceof SimoffError ? error : new SimoffError('internal', {}, { cause: error });
  const status = known.code === 'internal' ? 500 : (STATUS[known.code] ?? 400);
  return c.json(errorBody(known, say), status);
}
