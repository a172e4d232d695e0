/** Values of facts in words. Pure. */
import type { Hours, Term, Text } from '../../../domain/catalog/schema.ts';
import { LANGUAGE_TAGS, type Say } from '../../../locale/say.ts';
import { readable, showPageDate, showUsd } from '../format.ts';

/** How a value is put into words. */
export type Shape =
  | 'word'
  | 'days'
  | 'hours'
  | 'usd'
  | 'text'
  | 'plain'
  | 'list'
  | 'term'
  | 'fee'
  | 'charge'
  | 'week'
  | 'pageDate'
  | 'range';

/** One value in words. */
export function showValue(value: unknown, shape: Shape, say: Say): string {
  switch (shape) {
    case 'word':
      return say(`web.word.${value}`);
    case 'days':
      return unit(value as number, 'day', say);
    case 'hours':
      return unit(value as number, 'hour', say);
    case 'usd':
      return showUsd(value as string, say.language);
    case 'text':
      return readable((value as Text)[say.language], say.language);
    case 'list':
      return joined(value as string[], say);
    case 'term':
      return showTerm(value as Term, say);
    case 'fee':
      return showFee(value as Fee, say);
    case 'charge': {
      const charge = value as { mode: string; monthlyUsd?: string };
      if (charge.monthlyUsd === undefined) return say('web.value.fullRate');
      return say('web.value.monthly', { usd: showUsd(charge.monthlyUsd, say.language) });
    }
    case 'range': {
      const { min, max } = value as { min: number; max: number };
      return min === max ? unit(min, 'day', say) : say('web.value.dayRange', { min, max });
    }
    case 'week':
      return showWeek(value as Hours, say);
    case 'pageDate':
      return showPageDate(value as string, say.language);
    case 'plain':
      return String(value);
  }
}

interface Fee {
  minUsd: string;
  maxUsd: string | null;
  onlyWithCommitment: boolean;
}

function showFee(fee: Fee, say: Say): string {
  const min = showUsd(fee.minUsd, say.language);
  const sum =
    fee.maxUsd === null
      ? say('web.cost.from', { min })
      : fee.maxUsd === fee.minUsd
        ? min
        : say('web.cost.range', { min, max: showUsd(fee.maxUsd, say.language) });
  return fee.onlyWithCommitment ? say('web.value.feeCommitment', { sum }) : sum;
}

function showTerm(term: Term, say: Say): string {
  return joined(
    term.lengths.map((length) => unit(length, term.unit, say)),
    say,
    'disjunction',
  );
}

/** "Mon–Fri 08:00–22:00; Sat, Sun 09:00–18:00 (America/Chicago)". */
function showWeek(hours: Hours, say: Say): string {
  const lines = hours.weekly.map(({ days, open, close }) => {
    const names =
      days.length === 7
        ? say('web.value.daily')
        : joined(
            days.map((day) => say(`web.day.${day}`)),
            say,
            'unit',
          );
    return `${names} ${open}–${close}`;
  });
  const all = lines.join(say('web.value.join'));
  return hours.zone === null ? all : say('web.value.inZone', { hours: all, zone: hours.zone });
}

function unit(count: number, name: 'day' | 'hour' | 'month', say: Say): string {
  return new Intl.NumberFormat(LANGUAGE_TAGS[say.language], {
    style: 'unit',
    unit: name,
    unitDisplay: 'long',
  }).format(count);
}

function joined(
  items: readonly string[],
  say: Say,
  type: 'conjunction' | 'disjunction' | 'unit' = 'conjunction',
): string {
  return new Intl.ListFormat(LANGUAGE_TAGS[say.language], { type, style: type === 'unit' ? 'short' : 'long' }).format(
    items,
  );
}
