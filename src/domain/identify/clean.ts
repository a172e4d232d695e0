/**
 * Text as people paste it, made plain: full-width digits and signs become ASCII, every dash `-`, every space ` `, line ends `\n`;
 * invisible characters go. Percent-escapes are undone where an activation code may hide in a link.
 */
export function clean(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    // As people write it in a shell.
    .replace(/\\(?=\$)/g, '');
  return /%(?:25)?24/.test(plain) ? unescapeLink(unescapeLink(plain)) : plain;
}

/** Twice, since messengers escape a link that was escaped already. */
function unescapeLink(text: string): string {
  return text.replace(/%([2-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A name reduced to what counts when names are compared: lower-case letters and digits. */
export function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
