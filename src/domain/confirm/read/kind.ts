import type { ReadingKind } from '../reading.ts';
import { chineseSignals } from './chinese.ts';
import { englishSignals } from './english.ts';
import type { ReadingGround } from './grounds.ts';
import type { Mention } from './line.ts';
import type { Sentence } from './sentences.ts';
import type { Signal, SignalKind } from './signals.ts';
import { spanishSignals } from './spanish.ts';

interface Place {
  start: number;
  end: number;
}

/** What the signals come to. */
export interface Judged {
  kind: ReadingKind;
  /** The one the kind rests on; null on `other`. */
  signal: Signal | null;
  /** All that say the same. */
  signals: Signal[];
  grounds: { code: ReadingGround; at: Place | null }[];
}

interface Around {
  date: unknown;
  told: boolean;
  text: string;
  mentions: readonly Mention[];
  carrierNames: readonly string[];
}

/** Words that any sentence with a signal has; others are passed over, which is most of a long mail. */
const TOPICAL =
  /cancel|disconnect|terminat|deactivat|clos(?:ed|ure|e)|end(?:s|ed)?\b|discontinu|shut|turn|stop|status|active|request|last day|service|step|pre-?\s?reg|port|transfer|final|bill|invoice|offer|discount|% off|stay|suspend|due|unpaid|payment|verify|confirm|desconect|desactiv|factura|oferta|solicitud|baja|termin|finaliz|call|must|[\u4e00-\u9fff]/i;
const CHINESE = /[\u4e00-\u9fff]/;
const SPANISH = /\b(?:su|sus|el|la|los|de|del|ha|hemos|para|l[ií]nea|servicio|cuenta|cancelaci[oó]n)\b/i;

/** The signals of every sentence, in their order. */
export function signalsOf(sentences: readonly Sentence[]): Signal[] {
  return sentences.flatMap((sentence) => {
    const { text } = sentence;
    if (!TOPICAL.test(text)) return [];
    if (CHINESE.test(text)) return chineseSignals(sentence);
    return SPANISH.test(text) ? [...englishSignals(sentence), ...spanishSignals(sentence)] : englishSignals(sentence);
  });
}

/** Help pages say what happens when one cancels. */
const HOW_TO =
  /\bhow\s+(?:to|do\s+i|can\s+i)\s+cancel|\b(?:to|want\s+to)\s+cancel\s+(?:your\s+\w+,?|anytime|,)[^.]{0,20}\b(?:call|visit|log|go|chat|click)\b/i;

const TELECOM =
  /\b(?:lines?|wireless|mobile|phone|cell(?:ular|phone)?|e?sim|prepaid|postpaid|carrier|l[ií]nea|celular|m[oó]vil|tel[eé]fono)\b|线路|号码|手机|\bSIM\b/i;

/** The kind of answer. What speaks against an end weighs more than what speaks for it. */
export function judged(signals: readonly Signal[], around: Around): Judged {
  const of = (...kinds: SignalKind[]): Signal[] => signals.filter(({ kind }) => kinds.includes(kind));
  const grounds = groundsOf(signals);
  const give = (kind: ReadingKind, own: Signal[], more: Judged['grounds'] = []): Judged => ({
    kind,
    signal: kind === 'other' ? null : (own[0] ?? null),
    signals: own,
    grounds: [...more, ...grounds],
  });
  const accepted = of('accepted');
  const planned = of('planned');
  const against = of('negated', 'still-active').filter((signal) => !elsewhere(signal, around));
  const steps = of('step');
  if (steps.length > 0) return give('pre-registered', steps, [{ code: 'needs-step', at: steps[0] ?? null }]);
  const ending = [...accepted, ...planned, ...of('port-out')];
  if (against.length > 0)
    return give('other', against, ending.length > 0 ? [{ code: 'contradicts', at: ending[0] ?? null }] : []);
  if (of('conditional').length > 0) return give('other', of('conditional'));
  if (of('port-out').length > 0) return give('port-out', of('port-out'));
  const known = knownLine(around);
  const clear = [...accepted, ...(around.told ? planned : [])].filter(({ vague }) => !vague || known);
  if (clear.length > 0 && accepted.length === 0 && around.date === null && HOW_TO.test(around.text)) {
    return give('other', [], [{ code: 'conditional', at: clear[0] ?? null }]);
  }
  if (clear.length > 0 && of('unpaid').length === 0) return give('accepted', clear, noDate(clear, around));
  if (clear.length > 0) return give('other', []);
  if (of('received').length > 0) return give('received-only', of('received'));
  if (planned.length > 0 && of('unpaid').length === 0 && known) {
    return give('received-only', planned, [{ code: 'no-date', at: planned[0] ?? null }]);
  }
  if (of('offer').length > 0 && !of('other-object').length) return give('retention-offer', of('offer'));
  if (of('final-bill').length > 0) return give('final-bill', of('final-bill'));
  return give('other', [], accepted.length > 0 ? [{ code: 'vague', at: accepted[0] ?? null }] : []);
}

/** A sentence that speaks of another line only. */
function elsewhere({ sentence }: Signal, { mentions }: Around): boolean {
  const inside = mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  return inside.some(({ ours }) => ours === false) && !inside.some(({ ours }) => ours !== false);
}

function knownLine({ text, mentions, carrierNames }: Around): boolean {
  if (mentions.length > 0 || TELECOM.test(text)) return true;
  const lower = text.toLowerCase();
  return carrierNames.some((name) => name.length > 2 && lower.includes(name.toLowerCase()));
}

function noDate(signals: readonly Signal[], { date, told }: Around): Judged['grounds'] {
  return date === null && !told ? [{ code: 'no-date', at: signals[0] ?? null }] : [];
}

const AS_GROUND: Partial<Record<SignalKind, ReadingGround>> = {
  negated: 'negated',
  'still-active': 'still-active',
  conditional: 'conditional',
  'other-object': 'other-object',
  unpaid: 'non-payment',
  suspended: 'suspended',
};

function groundsOf(signals: readonly Signal[]): Judged['grounds'] {
  return signals.flatMap((signal) => {
    const code = AS_GROUND[signal.kind];
    return code ? [{ code, at: { start: signal.start, end: signal.end } }] : [];
  });
}
