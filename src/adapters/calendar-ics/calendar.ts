import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEntry, CaseCalendar } from '../../ports/calendar.ts';

/**
 * The calendar as an iCalendar file (RFC 5545). Times are in UTC, which every calendar shows on the clock of its own user.
 * The same input gives the same bytes.
 */
export function icsCalendar({ name, sequence, stamp, language, entries }: CaseCalendar): string {
  const calendar = ical({
    name,
    prodId: { company: 'simoff', product: 'simoff', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry, sequence, new Date(stamp)));
  return `${calendar.toString()}\r\n`;
}

function eventOf(entry: CalendarEntry, sequence: number, stamp: Date): ICalEventData {
  const { uid, summary, description, when, alarmMinutes, status } = entry;
  return {
    id: uid,
    sequence,
    stamp,
    summary,
    description,
    ...timesOf(when),
    status: status === 'done' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: 'date' in when ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    alarms:
      alarmMinutes === null
        ? []
        : [{ type: ICalAlarmType.display, triggerBefore: alarmMinutes * 60, description: summary }],
  };
}

/** A whole day ends where the next one begins (RFC 5545 3.6.1). */
function timesOf(when: CalendarEntry['when']): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if ('start' in when) return { start: new Date(when.start), end: new Date(when.end) };
  const day = Temporal.PlainDate.from(when.date);
  return { start: day, end: day.add({ days: 1 }), allDay: true };
}
