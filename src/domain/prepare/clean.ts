/** Line and paragraph separators break a line like a newline does. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** Marks that turn the direction of writing, and invisible ones at which text can be split. */
const HIDDEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** What a person typed, as one line of plain text; null where nothing is left. Joiners inside emoji stay. */
export function clean(typed: string | null | undefined): string | null {
  const text = (typed ?? '').toWellFormed().replace(HIDDEN, '').replace(BREAKS, ' ').trim();
  return text === '' ? null : text;
}

/** At most `most` characters as a person counts them, with an ellipsis where cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = [...text].slice(0, most - 1).join('');
  return kept.length <= most ? `${kept}…` : `${kept.slice(0, most - 1).toWellFormed()}…`;
}
