/** From the options of a plan to the lines of its chart: what each has cost by each day, in the worst case. Pure. */
import type { DecideView, OptionView } from '../../../app/decide.ts';
import { addMonths, type EpochDay, formatDay, toDay } from '../../../domain/time/civil.ts';

export interface Line {
  kind: OptionView['kind'];
  option: OptionView;
  /** Cents paid up to and including the day; one point per day on which something is paid, first and last day added. */
  points: { day: EpochDay; cents: number }[];
  /** An amount of this line is unknown: it can end higher than drawn. */
  open: boolean;
  minCents: number;
  maxCents: number | null;
}

export interface Chart {
  first: EpochDay;
  last: EpochDay;
  lines: Line[];
  /** Cents at the lower and upper edge, zero included. */
  low: number;
  high: number;
  /** Round sums between the edges. */
  rungs: number[];
  /** First days of months. */
  months: EpochDay[];
}

const RUNGS_AT_MOST = 5;

/** The chart of a plan: of each kind the best possible option. null where none is possible. */
export function chartOf(view: Pick<DecideView, 'options' | 'today' | 'horizon'>): Chart | null {
  const first = toDay(view.today);
  const last = toDay(view.horizon) - 1;
  const possible = view.options.filter((option) => option.feasible && option.cost !== null);
  const lines = possible
    .filter((option, index) => possible.findIndex((other) => other.kind === option.kind) === index)
    .map((option) => lineOf(option, first, last));
  if (lines.length === 0) return null;

  const all = lines.flatMap((line) => [...line.points.map((point) => point.cents), line.minCents, line.maxCents ?? 0]);
  const low = Math.min(0, ...all);
  const top = Math.max(0, ...all);
  const step = roundStep((top - low || 100) / (RUNGS_AT_MOST - 1));
  const from = Math.floor(low / step);
  const to = Math.max(Math.ceil(top / step), from + 1);
  const rungs = Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
  return { first, last, lines, low: from * step, high: to * step, rungs, months: monthsIn(first, last) };
}

/** Cents a line has cost by the end of a day. */
export function costBy(line: Line, day: EpochDay): number {
  return line.points.findLast((point) => point.day <= day)?.cents ?? 0;
}

/** Days at which the table of the chart looks: every third month, and the last day. */
export function tableDays(chart: Chart): EpochDay[] {
  const days: EpochDay[] = [];
  for (let months = 3; ; months += 3) {
    const day = addMonths(chart.first, months) - 1;
    if (day >= chart.last) break;
    days.push(day);
  }
  return [...days, chart.last];
}

function lineOf(option: OptionView, first: EpochDay, last: EpochDay): Line {
  const points = [{ day: first, cents: 0 }];
  let cents = 0;
  for (const entry of option.timeline) {
    cents += centsOf(entry.amountUsd ?? '0');
    const day = toDay(entry.date);
    const before = points.at(-1);
    if (before?.day === day) before.cents = cents;
    else points.push({ day, cents });
  }
  if ((points.at(-1)?.day ?? first) < last) points.push({ day: last, cents });
  return {
    kind: option.kind,
    option,
    points,
    open: option.cost?.maxUsd === null,
    minCents: centsOf(option.cost?.minUsd ?? '0'),
    maxCents: option.cost?.maxUsd == null ? null : centsOf(option.cost.maxUsd),
  };
}

/** `"-12.50"` is -1250. */
function centsOf(usd: string): number {
  return Math.round(Number(usd) * 100);
}

/** 1, 2 or 5 times a power of ten, at least `atLeast`, in whole dollars. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(atLeast, 100)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= atLeast) ?? 10 * power;
}

function monthsIn(first: EpochDay, last: EpochDay): EpochDay[] {
  const start = toDay(`${formatDay(first).slice(0, 8)}01`);
  const months: EpochDay[] = [];
  for (let day = addMonths(start, 1); day <= last; day = addMonths(day, 1)) months.push(day);
  return months;
}
