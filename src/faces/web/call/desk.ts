import { useEffect, useState } from 'react';

/** What is kept of a call while it lasts: in this window only, so that a reload loses nothing. */
export interface Desk {
  /** Milliseconds since 1970; null: not begun. */
  began: number | null;
  ended: number | null;
  /** Places of the lines that were said. */
  said: readonly number[];
  asked: boolean;
  /** Fields of `contact-logged`, as typed. */
  typed: Readonly<Record<string, string>>;
}

export const EMPTY_DESK: Desk = { began: null, ended: null, said: [], asked: false, typed: {} };

/** The desk of one case, kept in the session of this window. */
export function useDesk(caseId: string): [Desk, (change: Partial<Desk>) => void, () => void] {
  const key = `call ${caseId}`;
  const [desk, setDesk] = useState<Desk>(() => read(key));
  useEffect(() => {
    if (desk === EMPTY_DESK) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, JSON.stringify(desk));
  }, [desk, key]);
  return [desk, (change) => setDesk((before) => ({ ...before, ...change })), () => setDesk(EMPTY_DESK)];
}

function read(key: string): Desk {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? 'null');
    return typeof kept === 'object' && kept !== null ? { ...EMPTY_DESK, ...kept } : EMPTY_DESK;
  } catch {
    return EMPTY_DESK;
  }
}

/** Minutes a call took, at least one; null: it never began. */
export function minutesOf({ began, ended }: Desk, now: number): number | null {
  return began === null ? null : Math.max(1, Math.round(((ended ?? now) - began) / 60_000));
}

/** `3:07`. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The place of the next line to say; the number of lines where all are said. */
export function nextLine(count: number, said: readonly number[]): number {
  const place = Array.from({ length: count }, (_, own) => own).find((own) => !said.includes(own));
  return place ?? count;
}
