/** Writes the JSON Schemas editors use for the catalog files; `--check` fails where one is out of date. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  authoredBrandSchema,
  authoredIdentifiersSchema,
  authoredRetiredSchema,
  authoredRuleSchema,
  authoredWhySchema,
} from '../src/domain/catalog/schema.ts';
import { triedSchema } from '../src/domain/catalog/tried/schema.ts';

const SCHEMAS: Record<string, z.ZodType> = {
  brand: authoredBrandSchema,
  retired: authoredRetiredSchema,
  tried: triedSchema,
  rule: authoredRuleSchema,
  identifiers: authoredIdentifiersSchema,
  why: authoredWhySchema,
};

const folder = join(import.meta.dirname, '../catalog/schema');
mkdirSync(folder, { recursive: true });
const check = process.argv.includes('--check');

for (const [name, schema] of Object.entries(SCHEMAS)) {
  const file = join(folder, `${name}.schema.json`);
  const text = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))}\n`;
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is out of date: npm run schemas`);
    process.exit(1);
  }
}
