/** Reads an iCalendar file the way a calendar does: unfolds the lines (RFC 5545 3.1) and takes the text escapes back (3.3.11). */
export interface IcsEvent {
  /** Property → value, parameters left out. */
  fields: Record<string, string>;
  /** The lines as they stand, unfolded. */
  lines: string[];
  /** What stands in its alarms. */
  alarms: string[][];
}

export function readIcs(text: string): { head: string[]; events: IcsEvent[] } {
  if (/(?<!\r)\n/.test(text)) throw new Error('a line without CRLF');
  const rows = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((row) => row !== '');
  const head: string[] = [];
  const events: IcsEvent[] = [];
  let alarm: string[] | null = null;
  let open: IcsEvent | null = null;
  for (const row of rows) {
    if (row === 'BEGIN:VEVENT') open = { fields: {}, lines: [], alarms: [] };
    else if (row === 'END:VEVENT' && open) {
      events.push(open);
      open = null;
    } else if (row === 'BEGIN:VALARM') alarm = [];
    else if (row === 'END:VALARM' && alarm) {
      open?.alarms.push(alarm);
      alarm = null;
    } else if (alarm) alarm.push(row);
    else if (open) take(open, row);
    else head.push(row);
  }
  return { head, events };
}

function take(event: IcsEvent, row: string): void {
  const at = row.indexOf(':');
  const name = row.slice(0, at).split(';')[0] ?? '';
  event.lines.push(row);
  event.fields[name] = row
    .slice(at + 1)
    .replace(/\\([\\;,nN])/g, (_, c: string) => (c.toLowerCase() === 'n' ? '\n' : c));
}
