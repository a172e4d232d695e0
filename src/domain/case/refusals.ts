import type { Refusal } from './types.ts';

/** Why an event cannot come now; the sentence of each stands under `case.refusal.<code>`. The second half: why not undone. */
export const REFUSALS = [
  'not-decided',
  'nothing-to-ask',
  'port-out-open',
  'cancel-requested',
  'not-requested',
  'codes-still-here',
  'line-still-needed',
  'case-ended',
  'already-abandoned',
  'already-profile-deleted',
  'already-card-destroyed',
  'unknown-event',
  'already-undone',
  'cannot-undo',
  'last-situation',
  'needed-by',
  'other-carrier',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export function refuse(code: RefusalCode, facts: Refusal['facts'] = {}): Refusal {
  return { code, facts };
}
