import { alarmsIn } from './alarms.ts';
import { deadlinesIn } from './deadlines.ts';
import { nextActionIn } from './next-action.ts';
import { sceneOf } from './scene.ts';
import type { CaseState, CaseStatus, CaseWorld } from './types.ts';

/**
 * Where a case stands as of `world.today`: stage, the one next action, dates, what is still open, what needs attention.
 * Pure and about linear in the events; never throws, whatever an imported log holds. `decide` is not asked: the choice
 * bears the dates it was made with.
 */
export function statusOf(state: CaseState, world: CaseWorld): CaseStatus {
  const scene = sceneOf(state, world);
  const deadlines = deadlinesIn(scene);
  const alarms = alarmsIn(scene, deadlines);
  const nextAction = nextActionIn(scene, { deadlines, alarms });
  return { stage: scene.stage, nextAction, deadlines, obligations: [...scene.obligations], alarms };
}
