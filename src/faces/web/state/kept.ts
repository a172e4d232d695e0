/** Which case the answers of this tab were kept as, so that pressing twice does not make two of one line. */
const KEY = 'simoff.kept.1';

interface Kept {
  /** The situation that was kept, as JSON. */
  situation: string;
  case: string;
}

/** The case these answers were kept as; null: not yet, or they were changed since. */
export function keptAs(situation: unknown): string | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<Kept> | null;
    return kept?.situation === JSON.stringify(situation) && typeof kept.case === 'string' ? kept.case : null;
  } catch {
    return null;
  }
}

export function rememberKept(situation: unknown, caseId: string): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ situation: JSON.stringify(situation), case: caseId } satisfies Kept));
  } catch {
    // Without storage the page asks again.
  }
}

export function forgetKept(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept then.
  }
}
