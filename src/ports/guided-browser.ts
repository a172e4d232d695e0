import type { PageSnapshot } from '../domain/online/types.ts';

/** What the panel in the page shows. All in the user's language. */
export interface Shown {
  step: string;
  sentence: string;
  traps: readonly string[];
  words: { title: string; stop: string; wrong: string; fold: string };
  language: string;
  /** Controls to outline, by their id in the last snapshot. */
  outline: readonly string[];
}

export interface Seen {
  snapshot: PageSnapshot;
  /** What was pressed since the last time, by its words. */
  clicked: string | null;
}

/** A picture and the text of what is in sight, with whatever was typed into secret fields blanked. */
export interface Proof {
  picture: Uint8Array;
  text: string;
  title: string;
  url: string;
}

/** A browser a person drives, and a program looks at. It never presses anything. */
export interface GuidedBrowser {
  /** Waits for the next settled state; null: the window is gone, or the user stopped. */
  next(): Promise<Seen | null>;
  /** Shows the panel and the outline on the state last seen. A page that changed meanwhile is left alone. */
  show(shown: Shown): Promise<void>;
  /** Where the state last seen is gone: null. */
  proof(): Promise<Proof | null>;
  /** Why `next` gave null. */
  ended(): 'stopped' | 'gone';
  /** Closes a browser of its own; one that was attached to is left open. */
  close(): Promise<void>;
}

export interface BrowserStart {
  /** Where to begin; null: on the page that is open. */
  url: string | null;
  /** Attach to this running browser instead of opening one (`http://127.0.0.1:9222`); null: open one. */
  cdp: string | null;
  headless: boolean;
  /** Folder of the browser's own profile. */
  profile: string;
}
