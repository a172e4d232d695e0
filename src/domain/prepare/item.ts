import type { ChecklistItem, Line } from './types.ts';

/** Something to tick off. */
export const item = (one: Line, more: readonly Line[] = []): ChecklistItem => ({
  line: one,
  more: [...more],
  todo: true,
});

/** Something to know. */
export const fact = (one: Line, more: readonly Line[] = []): ChecklistItem => ({
  line: one,
  more: [...more],
  todo: false,
});
