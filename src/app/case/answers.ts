import type { CaseEvent, EventType } from '../../domain/case/events.ts';
import type { Stage } from '../../domain/case/types.ts';
import { formatDay } from '../../domain/time/civil.ts';
import type { Say } from '../../locale/say.ts';
import type { LoadedCase } from './load.ts';
import type { Wrote } from './record.ts';
import { type CaseView, type NextActionView, viewCase } from './view.ts';

export const RECORD_WARNINGS = ['in-future', 'channel-unknown', 'channel-cannot-cancel'] as const;
export type RecordWarning = (typeof RECORD_WARNINGS)[number];

/** What every writing command answers: what was written, and where the case stands now. */
export interface RecordedView {
  case: string;
  written: { seq: number; type: EventType; at: string; on: string }[];
  stage: Stage | null;
  stageName: string | null;
  nextAction: NextActionView | null;
  alarms: CaseView['alarms'];
  warnings: { code: RecordWarning; message: string }[];
}

export function recordedView({ loaded, written }: Wrote, say: Say): RecordedView {
  const { stage, stageName, nextAction, alarms } = viewCase(loaded, say);
  return {
    case: loaded.read.case,
    written: written.map(({ seq, type, at, on }) => ({ seq, type, at, on })),
    stage,
    stageName,
    nextAction,
    alarms,
    warnings: written
      .flatMap((event) => warningsOf(event, loaded))
      .map((code) => ({ code, message: say(`record.warning.${code}`) })),
  };
}

/** What was written all the same, but looks odd. */
function warningsOf(event: CaseEvent, { world, today }: LoadedCase): RecordWarning[] {
  const found: RecordWarning[] = [];
  if (event.on > formatDay(today)) found.push('in-future');
  if (event.type === 'request-sent' && event.data.purpose === 'cancel' && world) {
    const ways = world.product.channels.filter((channel) => channel.kind === event.data.via);
    if (ways.length === 0) found.push('channel-unknown');
    else if (ways.every((channel) => channel.canCancelHere?.value === 'no')) found.push('channel-cannot-cancel');
  }
  return found;
}
