import { brokenCodes } from './lpa-broken.ts';
import type { LpaParts, Problem } from './types.ts';

/** An activation code in a text, with everything that may be said of it. The matching id is in none of the fields. */
export interface LpaReading {
  start: number;
  end: number;
  valid: boolean;
  /** `LPA:1$host$***[$oid[$1]]`, or null where even the server's address is unusable. */
  normalized: string | null;
  parts: LpaParts | null;
  problems: Problem[];
}

// A part is printable ASCII without the dollar sign, so the code ends where Chinese text or a space begins; one that begins
// with another letter is no good, but may hide a secret behind it. Up to the matching id a line may end at a dollar sign.
const HEAD = '(?:LPA ?: ?(?<labelled>[0-9]{0,5})|(?<![0-9])(?<bare>[0-9]{1,3}))';
const ADDRESS = String.raw`(?:[^\s$]*(?=[ \n]?\$)|[!-#%-~]*)`;
const PART = String.raw`(?:[!-#%-~]+|(?:\p{L}[^\s$]*)?)`;
const CODE = new RegExp(
  String.raw`${HEAD}[ \n]?\$(?<rest>[ \n]?${ADDRESS}(?:[ \n]?\$[ \n]?${PART}(?: ?\$ ?${PART})*)?)`,
  'giu',
);
const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;
const OID = /^\d{1,10}(?:\.\d{1,10}){1,30}$/;
/** Version, address, matching id, OID, confirmation flag, CI key id, delete-notification flag. */
const MOST_PARTS = 7;

/** All activation codes in a cleaned text, with or without `LPA:`. Layout: GSMA SGP.22, section 4.1. */
export function readLpas(text: string): LpaReading[] {
  const found: LpaReading[] = [];
  for (const match of text.matchAll(CODE)) {
    const { labelled, bare = '', rest = '' } = match.groups ?? {};
    const parts = trimEnd(rest)
      .split('$')
      .map((part) => part.trim());
    if (labelled === undefined && (parts.length < 2 || !HOST.test((parts[0] ?? '').toLowerCase()))) continue;
    const end = codeEnd(text, match.index + match[0].length);
    found.push({ start: match.index, end, ...read(labelled ?? bare, parts) });
  }
  const broken = brokenCodes(text).filter((one) => !found.some(({ start, end }) => one.start < end && start < one.end));
  return [...found, ...broken.map((one) => ({ ...one, ...CUT }))].sort((a, b) => a.start - b.start);
}

/** A code wrapped after a hyphen goes on in the next line; its rest must not be taken for something else. */
function codeEnd(text: string, end: number): number {
  if (text[end - 1] !== '-') return end;
  return end + (/^\s{1,4}[A-Za-z0-9-]{1,64}/.exec(text.slice(end, end + 70))?.[0].length ?? 0);
}

/** Brackets, quotes and full stops after a code belong to the sentence around it. */
function trimEnd(code: string): string {
  let end = code.length;
  while (end > 0 && `)]}>"'.,;!?&`.includes(code[end - 1] ?? '')) end -= 1;
  return code.slice(0, end);
}

function read(version: string, parts: string[]): Omit<LpaReading, 'start' | 'end'> {
  const [address = '', matchingId, oid = '', flag = ''] = parts;
  const host = address.toLowerCase();
  const faults: Problem[] = [];
  const fault = (code: Problem['code'], wrong: boolean, facts: Problem['facts'] = {}): void => {
    if (wrong) faults.push({ code, facts });
  };
  fault('lpa-version', version !== '1', { version });
  fault('lpa-host', !HOST.test(host));
  fault('lpa-parts', matchingId === undefined || parts.length + 1 > MOST_PARTS);
  fault('lpa-matching-id', !/^[A-Za-z0-9-]*$/.test(matchingId ?? ''));
  fault('lpa-oid', oid !== '' && !OID.test(oid));
  fault('lpa-confirmation-flag', flag !== '' && flag !== '1');
  if (faults.some((one) => one.code === 'lpa-host'))
    return { valid: false, normalized: null, parts: null, problems: [...faults, secret] };

  const needed = flag === '1';
  const tail = needed ? `$${OID.test(oid) ? oid : ''}$1` : OID.test(oid) ? `$${oid}` : '';
  return {
    valid: faults.length === 0,
    normalized: `LPA:${version}$${host}$***${tail}`,
    parts: { smdp: host, hasOid: OID.test(oid), confirmationCodeNeeded: needed },
    problems: [
      ...faults,
      ...(needed ? [{ code: 'confirmation-code-needed' as const, facts: {} }] : []),
      { code: 'smdp-proves-nothing', facts: { host } },
      secret,
    ],
  };
}

const secret: Problem = { code: 'keep-secret', facts: {} };
const CUT: Omit<LpaReading, 'start' | 'end'> = {
  valid: false,
  normalized: null,
  parts: null,
  problems: [{ code: 'lpa-parts', facts: {} }, secret],
};
