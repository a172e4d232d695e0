import type { Brand } from '../../domain/catalog/schema.ts';
import { fileKind } from '../../domain/confirm/file-kind.ts';
import type { ParsedMail } from '../../domain/confirm/mail-facts.ts';
import { mailsOf } from '../../domain/confirm/mbox.ts';
import { readAnswer } from '../../domain/confirm/read/read.ts';
import type { ReadContext, Reading, Span } from '../../domain/confirm/reading.ts';
import { type Ground, isAboutEnding, type Verdict } from '../../domain/confirm/verdict.ts';
import { formatUsd } from '../../domain/money/money.ts';
import { decodeText } from '../../domain/text/decode.ts';
import { formatDay } from '../../domain/time/civil.ts';
import { dayAt } from '../../domain/time/zoned.ts';
import type { Say } from '../../locale/say.ts';
import { resolveCarrier } from '../carrier.ts';
import { judgeRawMail } from './mail.ts';
import type { ConfirmDeps, ConfirmGround, ConfirmInput, ConfirmView } from './types.ts';

const USUAL_ZONE = 'America/New_York';
const DAY_MS = 86_400_000;

/**
 * Whether a file is a genuine answer of the carrier, about this line, and what it says. Whatever the file holds is an answer;
 * throws only `unknown-carrier` and its like for the line's carrier.
 */
export async function confirmFile(input: ConfirmInput, deps: ConfirmDeps, say: Say): Promise<ConfirmView> {
  const brand = await brandOf(input.line.carrier, deps);
  const source = fileKind(input.bytes, input.name);
  switch (source) {
    case 'mail':
      return confirmMail(input.bytes, brand, input, deps, say);
    case 'mailbox': {
      const messages: ConfirmView[] = [];
      for (const mail of mailsOf(input.bytes)) messages.push(await confirmMail(mail, brand, input, deps, say));
      const best = bestOf(messages) ?? textView('', 'file-unreadable', 'mailbox', brand, input, deps, say);
      return { ...best, source: 'mailbox', messages };
    }
    case 'pdf': {
      const text = await deps.pdf.read(input.bytes);
      return textView(
        text ?? input.text ?? '',
        text === null ? 'pdf-unreadable' : 'pdf-only',
        source,
        brand,
        input,
        deps,
        say,
      );
    }
    case 'picture':
      return textView(input.text ?? '', 'picture-only', source, brand, input, deps, say);
    case 'binary':
      return textView(input.text ?? '', 'file-unreadable', source, brand, input, deps, say);
    case 'text':
      return textView(decodeText(input.bytes), 'text-only', source, brand, input, deps, say);
  }
}

async function brandOf(carrier: string | null, { catalog }: ConfirmDeps): Promise<Brand | null> {
  if (carrier === null) return null;
  return catalog.brand(resolveCarrier(carrier, await catalog.index()).slug);
}

async function confirmMail(
  bytes: Uint8Array,
  carrier: Brand | null,
  input: ConfirmInput,
  deps: ConfirmDeps,
  say: Say,
): Promise<ConfirmView> {
  const { verdict, grounds, brand, parsed } = await judgeRawMail(bytes, carrier, deps);
  const known = parsed?.date != null && parsed.date <= deps.receivedAt + DAY_MS ? parsed.date : deps.receivedAt;
  const context = contextOf(brand, input, known);
  const { text, reading, disagree } = readMail(parsed, context);
  const more: Ground[] = disagree ? [{ code: 'parts-disagree', detail: {} }] : [];
  if (
    input.requestSentOn !== null &&
    parsed?.date != null &&
    formatDay(dayAt(parsed.date, context.zone)) < input.requestSentOn
  ) {
    more.push({ code: 'before-request', detail: { sentOn: input.requestSentOn } });
  }
  return viewOf({ verdict, grounds: [...grounds, ...more], brand, text, reading, source: 'mail' }, say);
}

/** Text and HTML part say the same in an honest mail; where they do not, it is unclear which one was shown. */
function readMail(
  parsed: ParsedMail | null,
  context: ReadContext,
): { text: string; reading: Reading; disagree: boolean } {
  const subject = parsed?.subject.trim() ? `${parsed.subject.trim()}\n\n` : '';
  const plain = `${subject}${parsed?.text ?? ''}`;
  const first = readAnswer(plain, context);
  if (parsed?.html == null) return { text: plain, reading: first, disagree: false };
  const shown = `${subject}${parsed.html}`;
  const second = readAnswer(shown, context);
  const stub = (parsed?.text.trim().length ?? 0) === 0 || first.kind === 'other';
  if (stub || first.kind === second.kind) {
    const better = second.kind === 'other' && first.kind !== 'other' ? first : second;
    return { text: better === first ? plain : shown, reading: better, disagree: false };
  }
  return { text: shown, reading: { ...second, kind: 'other', kindSpan: null, effectiveDate: null }, disagree: true };
}

function contextOf(brand: Brand | null, { line, accountNumber }: ConfirmInput, at: number): ReadContext {
  const zone = brand?.billingZone?.value ?? USUAL_ZONE;
  const carrierNames = brand ? [brand.name.en, brand.name.zh, ...brand.aliases] : [];
  return { line, accountNumber, zone, carrierNames, receivedOn: formatDay(dayAt(at, zone)) };
}

function textView(
  text: string,
  code: 'text-only' | 'pdf-only' | 'pdf-unreadable' | 'picture-only' | 'file-unreadable',
  source: ConfirmView['source'],
  brand: Brand | null,
  input: ConfirmInput,
  deps: ConfirmDeps,
  say: Say,
): ConfirmView {
  const reading = readAnswer(text, contextOf(brand, input, deps.receivedAt));
  return viewOf({ verdict: 'not-verifiable', grounds: [{ code, detail: {} }], brand, text, reading, source }, say);
}

interface Parts {
  verdict: Exclude<Verdict, 'not-a-confirmation'>;
  grounds: Ground[];
  brand: Brand | null;
  text: string;
  reading: Reading;
  source: ConfirmView['source'];
}

function viewOf({ verdict, grounds, brand, text, reading, source }: Parts, say: Say): ConfirmView {
  const about = isAboutEnding(reading) || grounds.some(({ code }) => code === 'parts-disagree');
  // A picture nobody typed anything for says nothing, which is not the same as saying something else.
  const read = text.trim() !== '';
  const off = !about && read && verdict !== 'forged';
  const own: ConfirmGround[] = [...grounds, ...(off ? [{ code: 'not-about-ending' as const, detail: {} }] : [])].map(
    ({ code, detail }) => ({ code, detail, message: say(`confirm.ground.${code}`, detail), span: null }),
  );
  const said: ConfirmGround[] = reading.grounds.map(({ code, span }) => {
    const detail = { quote: span?.quote ?? null };
    return { code, detail, message: say(`confirm.ground.${code}`, detail), span };
  });
  const quoted = (found: { span: Span } | null): Span | null => found?.span ?? null;
  return {
    verdict: off ? 'not-a-confirmation' : verdict,
    carrier: brand?.slug ?? null,
    line: reading.line,
    kind: reading.kind,
    kindSpan: reading.kindSpan,
    effectiveDate: reading.effectiveDate?.value ?? null,
    effectiveDateSpan: quoted(reading.effectiveDate),
    reference: reading.reference?.value ?? null,
    referenceSpan: quoted(reading.reference),
    amounts: reading.amounts.map(({ value, about: what, span }) => ({
      amountUsd: formatUsd(value),
      about: what,
      span,
    })),
    callBy: reading.callBy?.value ?? null,
    callBySpan: quoted(reading.callBy),
    grounds: [...own, ...said],
    source,
    text,
  };
}

/** Of a mailbox: a genuine acceptance of this line first; a forged mail before one that says nothing. */
function bestOf(messages: readonly ConfirmView[]): ConfirmView | undefined {
  const rank = ({ verdict, line, kind }: ConfirmView): number => {
    const order: Record<Verdict, number> = { genuine: 0, 'not-verifiable': 20, forged: 30, 'not-a-confirmation': 40 };
    return (
      order[verdict] +
      (line.matches === true ? 0 : line.matches === null ? 4 : 8) +
      (kind === 'accepted' ? 0 : kind === 'other' ? 2 : 1)
    );
  };
  return [...messages].sort((a, b) => rank(a) - rank(b))[0];
}

/** Whether the answer is yes: genuine, and not about another line. */
export function isConfirmed({ verdict, line }: ConfirmView): boolean {
  return verdict === 'genuine' && line.matches !== false;
}
