import type { EpochDay } from '../../time/civil.ts';
import type { Known } from '../scenario.ts';

/** The last day to look at when waiting may be cheaper: `limit`, but no day abroad where the user leaves before it. */
export function lastToWait({ need, leavesOn }: Known, limit: EpochDay): EpochDay {
  const last = leavesOn !== null && leavesOn >= need ? Math.min(limit, leavesOn) : limit;
  return Math.max(need, last);
}

/** The first day after `from` on which something holds that, once true, stays true; it is true on `to`. */
export function firstDay(from: EpochDay, to: EpochDay, holds: (day: EpochDay) => boolean): EpochDay {
  let [early, late] = [from, to];
  while (early + 1 < late) {
    const between = Math.floor((early + late) / 2);
    if (holds(between)) late = between;
    else early = between;
  }
  return late;
}
