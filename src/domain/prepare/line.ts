import type { Text } from '../catalog/schema.ts';
import { formatDay, type IsoDate, toDay } from '../time/civil.ts';
import type { Line, MissingField, Value } from './types.ts';

/** A sentence of `prepare.<code>`. */
export function line(code: string, values: Line['values'] = {}): Line {
  return { code: `prepare.${code}`, values };
}

/** A sentence that stands in the catalog or was typed. */
export function plain(value: Value): Line {
  return { code: 'prepare.plain', values: { text: value } };
}

export const typed = (text: string): Value => ({ typed: text });
export const said = (text: Text): Line => plain({ text });

/** Every gap in sentences, nested ones included, in order and once. */
export function gapsIn(lines: readonly Line[]): MissingField[] {
  return [...new Set(lines.flatMap(({ values }) => Object.values(values).flatMap(gapsOf)))];
}

function gapsOf(value: Value): MissingField[] {
  if (typeof value !== 'object') return [];
  if ('gap' in value) return [value.gap];
  if ('line' in value) return gapsIn([value.line]);
  return 'list' in value ? value.list.flatMap(gapsOf) : [];
}

export function dayOrNothing(day: string | null): Value {
  return day === null ? '' : { day };
}

export function addDays(day: IsoDate, count: number): IsoDate {
  return formatDay(toDay(day) + count);
}
