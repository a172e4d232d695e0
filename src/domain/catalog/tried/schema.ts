/**
 * What somebody tried: one closing of one line, in closed words and round numbers only. There is no field for free text, so that
 * nobody can be recognised; `catalog lint` refuses anything else a file holds.
 */
import { z } from 'zod';
import { CHANNEL_KINDS, slug } from '../schema.ts';

/** How the line was ended: through a channel of the carrier, by moving the number, or by not paying any more. */
export const TRIED_ROUTES = [...CHANNEL_KINDS, 'port-out', 'let-lapse'] as const;
export const TRIED_OUTCOMES = ['closed', 'pre-registered', 'refused', 'no-answer', 'other'] as const;
export const CHARGES_AFTER = ['yes', 'no', 'unknown'] as const;

/** Minutes are rounded to this: exact ones could be found again in a call log. */
export const MINUTES_STEP = 5;
export const MOST_MINUTES = 600;
export const MOST_ATTEMPTS = 50;

export const triedSchema = z.strictObject({
  product: slug,
  route: z.enum(TRIED_ROUTES),
  /** The month of the outcome. */
  month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'form-month'),
  /** Of the user's time on calls, in chats or in a shop, rounded to five; null: not counted. */
  minutes: z.number().int().min(0).max(MOST_MINUTES).multipleOf(MINUTES_STEP).nullable(),
  attempts: z.number().int().min(1).max(MOST_ATTEMPTS),
  outcome: z.enum(TRIED_OUTCOMES),
  chargeAfterClosing: z.enum(CHARGES_AFTER),
});

export type TriedRoute = (typeof TRIED_ROUTES)[number];
export type TriedOutcome = (typeof TRIED_OUTCOMES)[number];
export type ChargeAfter = (typeof CHARGES_AFTER)[number];
/** One report, without the brand: that is the name of its folder. */
export type Tried = z.output<typeof triedSchema>;

/** A report where it stands in the catalog: `tried/<slug>/<id>.yaml`. */
export interface FiledReport extends Tried {
  slug: string;
  id: string;
}
