import type { EpochDay } from '../../time/civil.ts';
import { type Ending, payEnding } from '../closing.ts';
import { cycleEnd, type Schedule } from '../cycle.ts';
import { bestOf, type Pay, type Plan, rangeOf, timelineOf, worstOf } from '../evaluate.ts';
import { isOver, type Known } from '../scenario.ts';
import { earliest, overAlready } from './cancel.ts';

interface Lapse {
  ending: Ending;
  /** Whole days before the end by which the renewal must be off. */
  lead: number;
}

/**
 * The paid term that covers the last needed day is the last one paid. The renewal is switched off in that term, so that the
 * terms before renew by themselves; where the calendar is not known, on the first day that is safe, and what is missing up
 * to the last needed day is paid by hand.
 */
export function planLetLapse(known: Known): Plan {
  const lapses = known.schedules.flatMap((schedule) => known.leadDays.map((lead) => lapseOf(known, schedule, lead)));
  const pay: Pay<Lapse> = (ledger, { ending }, side) => payEnding(ledger, known, ending, side);
  const worst = worstOf(known, lapses, pay);
  const endings = lapses.map(({ ending }) => ending);
  // A line that may be off already sets no date.
  const running = lapses.filter(({ ending }) => ending.lastCharge >= known.today);
  const { actOn, lastDayToAct } = switchOff(known, running.length > 0 ? running : lapses);
  return {
    actOn,
    lastDayToAct,
    endsOn: earliest(known, endings),
    cost: rangeOf(bestOf(known, lapses, pay), worst.cents),
    timeline: timelineOf(known, worst.scenario, pay),
    endUnsure: new Set(endings.map(({ end }) => end)).size > 1,
  };
}

function lapseOf(known: Known, schedule: Schedule, lead: number): Lapse {
  if (isOver(known, schedule)) return { ending: overAlready(known, schedule), lead: 0 };
  const end = cycleEnd(schedule, Math.max(known.needNumber, known.today + lead));
  return { ending: { schedule, end, lastCharge: end, prorated: false, restarts: true }, lead };
}

function switchOff(known: Known, lapses: readonly Lapse[]): { actOn: EpochDay; lastDayToAct: EpochDay } {
  const lastDayToAct = Math.max(known.today, Math.min(...lapses.map(({ ending, lead }) => ending.end - lead)));
  const least = Math.min(...known.leadDays);
  const begin = Math.max(known.today, ...lapses.map(({ ending }) => cycleBegin(ending) - least));
  if (begin <= lastDayToAct) return { actOn: begin, lastDayToAct };
  const safe = Math.max(known.today, known.needNumber - Math.max(...known.leadDays));
  return { actOn: Math.min(safe, lastDayToAct), lastDayToAct };
}

/** First day of the cycle that ends with the line; for the one already paid for, any day will do. */
function cycleBegin({ schedule: { days }, end }: Ending): EpochDay {
  return days.findLast((day, k) => k > 0 && day <= end) ?? Number.NEGATIVE_INFINITY;
}
