import type { RawMail } from './mail-facts.ts';

const NEAR = 4096;

/**
 * Whether an unsigned Content-Type can only mean what the signed body says. A multipart body that begins with its boundary and
 * ends with it can be cut in no other way; a plain or HTML text is shown whole; anything else could be shown as something else.
 */
export function isTypeSafe({ fields, bodyStart }: RawMail, bytes: Uint8Array): boolean {
  const type = fields.find(({ name }) => name === 'content-type')?.value ?? 'text/plain';
  const coding =
    fields
      .find(({ name }) => name === 'content-transfer-encoding')
      ?.value.trim()
      .toLowerCase() ?? '7bit';
  if (/^\s*text\/(?:plain|html)\b/i.test(type))
    return ['7bit', '8bit', 'binary', 'quoted-printable', 'base64'].includes(coding);
  if (!/^\s*multipart\//i.test(type)) return false;
  const boundary = /\bboundary\s*=\s*(?:"([^"]{1,100})"|([^\s;"]{1,100}))/i.exec(type);
  const named = boundary?.[1] ?? boundary?.[2];
  if (named === undefined) return false;
  const latin = (part: Uint8Array): string => new TextDecoder('latin1').decode(part).trim();
  const body = bytes.subarray(bodyStart);
  return latin(body.subarray(0, NEAR)).startsWith(`--${named}`) && latin(body.subarray(-NEAR)).endsWith(`--${named}--`);
}
