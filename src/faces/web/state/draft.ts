/**
 * What a person has answered so far. Kept in the tab's own storage: it survives a reload and is gone with the tab.
 * Card numbers are never part of it: a plan does not need them.
 */
import { useSyncExternalStore } from 'react';

/** By field: a word, an ISO date, dollars with two decimals, a number as text; null: "I don't know"; absent: not asked yet. */
export type Answers = Readonly<Record<string, string | readonly string[] | null>>;

export interface Draft {
  carrier: string | null;
  answers: Answers;
}

const KEY = 'simoff.draft.1';
const EMPTY: Draft = { carrier: null, answers: {} };

let current: Draft | null = null;
const listeners = new Set<() => void>();

export function readDraft(): Draft {
  current ??= parseDraft(stored());
  return current;
}

/** The draft; the component renders again when it changes. */
export function useDraft(): Draft {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, readDraft);
}

/** Takes another brand. What depends on the brand is asked anew, what is about the person stays. */
export function chooseCarrier(carrier: string): void {
  const { product: _, ...answers } = readDraft().answers;
  if (readDraft().carrier !== carrier) write({ carrier, answers });
}

export function saveAnswers(given: Answers): void {
  const draft = readDraft();
  write({ ...draft, answers: { ...draft.answers, ...given } });
}

export function forgetDraft(): void {
  write(EMPTY);
}

/** The draft of a stored text; whatever does not look like one is an empty draft. */
export function parseDraft(text: string | null): Draft {
  try {
    const { carrier, answers } = JSON.parse(text ?? '{}') as Partial<Draft>;
    const named = typeof carrier === 'string' && /^[a-z0-9-]+$/.test(carrier) ? carrier : null;
    const kept = Object.entries(answers ?? {}).filter(([, value]) => isAnswer(value));
    return { carrier: named, answers: Object.fromEntries(kept) };
  } catch {
    return EMPTY;
  }
}

function isAnswer(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return value === null || typeof value === 'string';
}

function write(draft: Draft): void {
  current = draft;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Without storage the answers last as long as the page.
  }
  for (const changed of listeners) changed();
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
