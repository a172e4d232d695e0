/** The whole catalog as one document for other programs, and the JSON Schema that describes it. */
import { z } from 'zod';
import { brandSchema, identifiersSchema, retiredSchema, ruleSchema, slug, whySchema } from './schema.ts';
import { triedSchema } from './tried/schema.ts';

/** Goes up when a program that reads the document could break. */
export const BUNDLE_FORMAT = 1;
export const BUNDLE_LICENCE = 'CC0-1.0';

export const bundleSchema = z.strictObject({
  format: z.literal(BUNDLE_FORMAT).describe('Goes up when a program that reads this could break.'),
  version: z.string().describe('The release of simoff the document was built with.'),
  asOf: z.iso.date().nullable().describe('The newest day on which a source of a brand was looked at.'),
  licence: z.literal(BUNDLE_LICENCE).describe('Public domain: use it for anything.'),
  brands: z
    .array(brandSchema)
    .describe('Every brand; facts are {value, alternatives, sources, checkedOn, confidence}.'),
  retired: z.array(retiredSchema).describe('Brands that are gone, with the slug that takes their place.'),
  rules: z.array(ruleSchema).describe('Laws and rules with a deadline.'),
  identifiers: identifiersSchema.describe('Card number prefixes and network codes.'),
  why: whySchema.describe('What goes on if one does nothing.'),
  tried: z
    .array(triedSchema.extend({ slug, id: z.string() }))
    .describe('What people tried, apart from what is documented. Never average the two.'),
});

export type Bundle = z.output<typeof bundleSchema>;

/** The document of these parts: brands by slug, so that the same catalog gives the same bytes. */
export function bundleOf(parts: Omit<Bundle, 'format' | 'licence' | 'asOf'>): Bundle {
  const { version, ...rest } = parts;
  const days = JSON.stringify(parts.brands).match(/(?<="checkedOn":")\d{4}-\d{2}-\d{2}/g) ?? [];
  return { format: BUNDLE_FORMAT, version, asOf: days.sort().at(-1) ?? null, licence: BUNDLE_LICENCE, ...rest };
}

/** The JSON Schema of the document, 2020-12. */
export function bundleJsonSchema(): unknown {
  return z.toJSONSchema(bundleSchema, { io: 'output', unrepresentable: 'any', reused: 'ref' });
}
