/** The closed lists of a report; apart from its schema, so that who only counts reports need not load that. */
import { CHANNEL_KINDS } from '../words.ts';

/** How the line was ended: through a channel of the carrier, by moving the number, or by not paying any more. */
export const TRIED_ROUTES = [...CHANNEL_KINDS, 'port-out', 'let-lapse'] as const;
export const TRIED_OUTCOMES = ['closed', 'pre-registered', 'refused', 'no-answer', 'other'] as const;
export const CHARGES_AFTER = ['yes', 'no', 'unknown'] as const;

/** Minutes are rounded to this: exact ones could be found again in a call log. */
export const MINUTES_STEP = 5;
export const MOST_MINUTES = 600;
export const MOST_ATTEMPTS = 50;

export type TriedRoute = (typeof TRIED_ROUTES)[number];
export type TriedOutcome = (typeof TRIED_OUTCOMES)[number];
export type ChargeAfter = (typeof CHARGES_AFTER)[number];
