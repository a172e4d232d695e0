import type { z } from '@hono/zod-openapi';
import * as schema from './schemas.ts';

/** An answer in JSON, for the OpenAPI document. */
export const json = <T extends z.ZodType>(description: string, content: T) => ({
  description,
  content: { 'application/json': { schema: content } },
});

/** What every route may answer instead. */
export const errors = {
  400: json('Bad input: the sentence says what is wrong and what would be right.', schema.errorBody),
  401: json('No session: open the address simoff printed.', schema.errorBody),
  403: json('Another site or host: only the address simoff printed is answered.', schema.errorBody),
  404: json('No such case, carrier or product.', schema.errorBody),
  409: json('It cannot come now, or somebody else wrote meanwhile.', schema.errorBody),
  413: json('Too large.', schema.errorBody),
} as const;
