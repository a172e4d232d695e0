const HIDDEN: readonly [string, string][] = [
  ['<!--', '-->'],
  ['<style', '</style'],
  ['<script', '</script'],
  ['<head', '</head'],
  ['<title', '</title'],
];
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  hellip: '…',
  zwnj: '',
  zwj: '',
  shy: '',
};

/** The words of an HTML page, to be read by a program; never to be shown as HTML. Linear in its length. */
export function textOfHtml(html: string): string {
  return without(html)
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/?(?:p|div|tr|h[1-6]|li|ul|ol|table|hr|blockquote))\b[^<>]*>/gi, '\n')
    .replace(/<\/t[dh]\b[^<>]*>/gi, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, dec, hex, name) =>
      entity(whole, dec, hex, name),
    )
    .replace(/ *\n[ \n]*/g, (gap: string) => (gap.split('\n').length > 2 ? '\n\n' : '\n'))
    .trim();
}

function without(html: string): string {
  let rest = html;
  for (const [open, close] of HIDDEN) {
    const lower = rest.toLowerCase();
    let kept = '';
    let from = 0;
    for (let at = lower.indexOf(open); at >= 0; at = lower.indexOf(open, from)) {
      // "<header" is shown; "<head" is not.
      const named = open === '<!--' || !/[a-z]/.test(lower[at + open.length] ?? '');
      if (!named) {
        kept += rest.slice(from, at + open.length);
        from = at + open.length;
        continue;
      }
      kept += `${rest.slice(from, at)} `;
      const end = lower.indexOf(close, at + open.length);
      const after = end < 0 ? rest.length : close === '-->' ? end + 3 : lower.indexOf('>', end) + 1;
      from = after <= 0 ? rest.length : after;
    }
    rest = kept + rest.slice(from);
  }
  return rest;
}

function entity(whole: string, dec?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = dec === undefined ? Number.parseInt(hex ?? '', 16) : Number(dec);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
}
