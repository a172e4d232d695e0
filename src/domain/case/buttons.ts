import type { EventType, Purpose } from './events.ts';
import type { Button } from './types.ts';

/** Record an event, with what is already known of it. */
export function record(event: EventType, preset: Button['preset'] = {}): Button {
  return { verb: 'record', event, preset };
}

/** Ask the carrier. */
export function ask(purpose: Purpose): Button {
  return { verb: 'request', event: 'request-sent', preset: { purpose } };
}

/** Open another part of the program. */
export function open(verb: Exclude<Button['verb'], 'record'>): Button {
  return { verb, event: null, preset: {} };
}
