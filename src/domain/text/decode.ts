/** Bytes of a text file, whatever program saved it. */

/** House measure: a Chinese text in GB 18030 is mostly such characters; a Western one in Windows-1252 holds next to none. */
const HAN_SHARE = 0.1;

/**
 * A byte order mark decides; then UTF-8, if it is valid; then GB 18030 (WHATWG Encoding, which reads GBK and GB 2312 too), if what
 * comes out is Chinese; else Windows-1252, in which every byte means something.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return strict('utf-8', bytes) ?? chinese(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

function chinese(bytes: Uint8Array): string | null {
  const text = strict('gb18030', bytes);
  if (text === null) return null;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= text.length * HAN_SHARE ? text : null;
}

function strict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
