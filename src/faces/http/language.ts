import type { Context } from 'hono';
import { LANGUAGES, type Language, type Say } from '../../locale/say.ts';

export type Says = Record<Language, Say>;

/** `?lang=`, else the first of Accept-Language that is one of ours, else English. */
export function sayOf(c: Context, says: Says): Say {
  const asked = c.req.query('lang') ?? c.req.header('accept-language')?.slice(0, 2) ?? 'en';
  return says[LANGUAGES.find((language) => language === asked.toLowerCase()) ?? 'en'];
}
