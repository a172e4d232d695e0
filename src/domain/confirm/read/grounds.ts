/** What is noticed in the text of an answer; the sentence of each stands under `confirm.ground.<code>`. */
export const READING_GROUNDS = [
  'unclear-date',
  'dates-disagree',
  'end-of-cycle',
  'no-date',
  'other-line',
  'several-lines',
  'references-disagree',
  'negated',
  'contradicts',
  'still-active',
  'conditional',
  'other-object',
  'needs-step',
  'non-payment',
  'suspended',
  'vague',
  'text-too-long',
] as const;
export type ReadingGround = (typeof READING_GROUNDS)[number];
