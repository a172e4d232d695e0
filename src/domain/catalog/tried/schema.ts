/**
 * What somebody tried: one closing of one line, in closed words and round numbers only. There is no field for free text, so that
 * nobody can be recognised; `catalog lint` refuses anything else a file holds.
 */
import { z } from 'zod';
import { slug } from '../schema.ts';
import { CHARGES_AFTER, MINUTES_STEP, MOST_ATTEMPTS, MOST_MINUTES, TRIED_OUTCOMES, TRIED_ROUTES } from './words.ts';

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

/** One report, without the brand: that is the name of its folder. */
export type Tried = z.output<typeof triedSchema>;

/** A report where it stands in the catalog: `tried/<slug>/<id>.yaml`. */
export interface FiledReport extends Tried {
  slug: string;
  id: string;
}
