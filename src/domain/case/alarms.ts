import { LEADING_ALARMS } from './alarm-codes.ts';
import { askingAlarms } from './alarms-asking.ts';
import { endAlarms, moneyAlarms } from './alarms-end.ts';
import { deadlinesIn } from './deadlines.ts';
import { type Scene, sceneOf } from './scene.ts';
import type { Alarm, CaseState, CaseWorld, Deadline } from './types.ts';

/** What may go wrong; the sentence of each stands under `case.alarm.<code>`. Those that cost the number or money come first. */
export const ALARMS = [
  ...LEADING_ALARMS,
  'composed-not-sent',
  'confirmation-without-date',
  'promise-differs',
  'end-passed-unseen',
] as const;
export type AlarmCode = (typeof ALARMS)[number];

export type CodedAlarm = Alarm & { code: AlarmCode };

/** What needs attention as of `world.today`, in the order of ALARMS; the button of each clears it or makes it smaller. */
export function alarmsOf(state: CaseState, world: CaseWorld): Alarm[] {
  const scene = sceneOf(state, world);
  return alarmsIn(scene, deadlinesIn(scene));
}

/** The same from what is already worked out. */
export function alarmsIn(scene: Scene, deadlines: readonly Deadline[]): CodedAlarm[] {
  if (scene.stage === 'abandoned') return [];
  const found = [...askingAlarms(scene, deadlines), ...endAlarms(scene), ...moneyAlarms(scene, deadlines)];
  return found.sort((a, b) => ALARMS.indexOf(a.code) - ALARMS.indexOf(b.code));
}
