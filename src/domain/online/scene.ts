/** What one look at a page works with. */

import type { Reading } from './../confirm/reading.ts';
import type { Scope } from './page.ts';
import type { Control, OnlineGoal, OnlineJudgement, OnlineMemory, PageSnapshot } from './types.ts';

export interface Scene {
  snapshot: PageSnapshot;
  goal: OnlineGoal;
  memory: OnlineMemory;
  scope: Scope;
  /** Something on the way to the end was pointed at before. */
  inFlow: boolean;
  /** The page, or what is open in front of it, is about ending a line. */
  aboutEnd: boolean;
}

export type Part = Pick<OnlineJudgement, 'step' | 'verdict'> & {
  controls?: readonly Control[];
  endsLine?: boolean;
  fills?: OnlineJudgement['fills'];
  say: string;
  values?: Readonly<Record<string, string>>;
  reading?: Reading | null;
};
