import type { Say } from '../../../locale/say.ts';

/** A field of the coverage as a person reads it: "Refunds: Comes after". Fields that are a whole group have its name alone. */
export function fieldName(field: string, say: Say): string {
  const [group = '', own] = field.split('.');
  if (own === undefined) return say(`web.group.${group}`);
  return say('web.catalog.field', { group: say(`web.group.${group}`), field: say(`web.fact.${field}`) });
}
