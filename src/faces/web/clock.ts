/** The only place of the web app that looks at the clock. */

/** The zone the browser is set to. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Now, as an ISO instant. */
export function nowIso(): string {
  return new Date().toISOString();
}

/** The calendar date in a zone, `YYYY-MM-DD`. */
export function todayIn(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const of = Object.fromEntries(parts.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  return `${of.year}-${of.month}-${of.day}`;
}
