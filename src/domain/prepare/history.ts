/** What the events of a case say that a letter can rest on. */
import { alarmsOf } from '../case/alarms.ts';
import { deadlinesOf } from '../case/deadlines.ts';
import { openEscalations } from '../case/escalations.ts';
import type { CaseEvent, ContactOutcome } from '../case/events.ts';
import { dayOf, textOf } from '../case/read.ts';
import { type Scene, sceneOf, stateOf } from '../case/scene.ts';
import type { CaseState, CaseWorld, Recorded } from '../case/types.ts';
import type { Word } from '../case/way.ts';
import type { ChannelKind } from '../catalog/schema.ts';
import { formatUsd } from '../money/money.ts';
import { formatDay, type IsoDate } from '../time/civil.ts';
import { clean } from './clean.ts';
import type { Line, Value } from './types.ts';

/** `refused`: and neither confirmed nor settled since; `charge`: after the end, not yet back; `no-answer`: past the day it was due. */
export type Trouble = 'refused' | 'no-answer' | 'charge';

/** What a person was told and has nothing in writing of. Free text is cleaned; what is kept secret stays masked. */
export interface ToldOrally {
  on: IsoDate;
  via: ChannelKind;
  outcome: ContactOutcome | null;
  agent: string | null;
  reference: string | null;
  endDate: IsoDate | null;
  refundUsd: string | null;
  callBy: IsoDate | null;
}

export interface CaseHistory {
  /** What was asked, answered and charged, oldest first. */
  happened: readonly Line[];
  /** The newest request for what was chosen; null: nothing was asked for. */
  asked: { on: IsoDate; via: string } | null;
  /** What was said on the newest call, chat or visit since the choice that nothing in writing has followed; null: none. */
  told: ToldOrally | null;
  trouble: readonly Trouble[];
  /** The last day with service where the carrier confirmed one, or the day the line was seen dead. */
  endedOn: IsoDate | null;
  ended: boolean;
  /** Wrong charges that have not come back, in dollars; null: none. */
  chargedUsd: string | null;
  /** What should come back after the end and has not; null: nothing, or nobody knows. */
  refundUsd: string | null;
  /** The next automatic debit that can still be stopped. */
  debitOn: IsoDate | null;
  /** The line has ended, its money is settled, and no complaint is open. */
  settled: boolean;
}

export const NO_HISTORY: CaseHistory = {
  happened: [],
  asked: null,
  told: null,
  trouble: [],
  endedOn: null,
  ended: false,
  chargedUsd: null,
  refundUsd: null,
  debitOn: null,
  settled: false,
};

/** Reads the history out of a case as of `world.today`. Pure; never throws. What is kept secret stays masked. */
export function historyOf(state: CaseState, world: CaseWorld): CaseHistory {
  const scene = sceneOf(state, world);
  const { way, money, refund, ended } = scene;
  const asked = way.requests.at(-1);
  const charged = money.charges.reduce((sum, { openCents }) => sum + openCents, 0);
  const debit = deadlinesOf(state, world).find(({ code }) => code === 'stop-payment');
  const endDay = way.end.confirmed ?? way.end.deadOn;
  const isSettled = ended && ['done', 'not-needed'].includes(stateOf(scene, 'money'));
  return {
    happened: way.state.events.flatMap((event) => (event.seq > way.from ? happenedOf(event, scene) : [])),
    asked: asked ? { on: asked.on, via: asked.data.via } : null,
    told: toldOf(scene),
    trouble: troubleOf(scene),
    endedOn: endDay === null ? null : formatDay(endDay),
    ended,
    chargedUsd: charged > 0 ? formatUsd(charged) : null,
    refundUsd: refund && refund.openCents > 0 ? formatUsd(refund.openCents) : null,
    debitOn: typeof debit?.facts.debitOn === 'string' ? debit.facts.debitOn : null,
    settled: isSettled && openEscalations(way).length === 0,
  };
}

function troubleOf(scene: Scene): Trouble[] {
  const { way, world, money } = scene;
  const refused = way.words.findLast((word) => saidOf(word) === 'refused');
  const later = (own: { seq: number }): boolean => own.seq > (refused?.seq ?? 0);
  const settled =
    way.confirmations.some(later) ||
    way.words.some((word) => later(word) && word.type === 'contact-logged' && word.data.outcome === 'resolved');
  const isRefused = refused !== undefined && !settled;
  const unanswered = alarmsOf(way.state, world).some(({ code }) => code === 'no-answer');
  return [
    ...(isRefused ? (['refused'] as const) : []),
    // A refusal is an answer.
    ...(unanswered && !isRefused ? (['no-answer'] as const) : []),
    ...(money.charges.some(({ openCents }) => openCents > 0) ? (['charge'] as const) : []),
  ];
}

/** Channels on which something is said and nothing is left to show for it. */
const ORAL: readonly ChannelKind[] = ['phone', 'chat', 'social', 'store'];

function toldOf({ way }: Scene): ToldOrally | null {
  const contact = way.state.all('contact-logged').findLast(({ seq, data }) => seq > way.from && isOral(data));
  if (!contact) return null;
  const isWritten = [...way.confirmations, ...way.state.all('reply-received')].some(({ seq }) => seq > contact.seq);
  if (isWritten) return null;
  const { via, outcome, agentName, agentId, reference, promisedEndDate, promisedRefundUsd, callBy } = contact.data;
  const agent = [agentName, agentId].flatMap((part) => clean(textOf(part)) ?? []).join(', ');
  return {
    on: contact.on,
    via: via ?? 'phone',
    outcome: outcome ?? null,
    agent: agent === '' ? null : agent,
    reference: clean(textOf(reference)),
    endDate: promisedEndDate ?? null,
    refundUsd: promisedRefundUsd ?? null,
    callBy: callBy ?? null,
  };
}

function isOral({ via, outcome }: Recorded<'contact-logged'>['data']): boolean {
  const nothingSaid = outcome === 'no-answer' || outcome === 'unknown-whether-sent' || outcome === 'port-withdrawn';
  return !nothingSaid && (via === undefined || ORAL.includes(via));
}

function saidOf(word: Word): string | null {
  return (word.type === 'contact-logged' ? word.data.outcome : word.data.kind) ?? null;
}

/** Answers that say something to a third party; others are the user's own notes. */
const TOLD = ['promised', 'pre-registered', 'refused', 'call-back', 'no-answer', 'received-only', 'needs-more'];

function happenedOf(event: CaseEvent, scene: Scene): Line[] {
  switch (event.type) {
    case 'request-sent':
      return [dated(event, 'request', { ...viaOf(event), ...referenceOf(event) })];
    case 'contact-logged':
    case 'reply-received': {
      const said = saidOf(event);
      const code =
        said === null || !TOLD.includes(said) ? (event.type === 'contact-logged' ? 'contact' : 'reply') : said;
      return [dated(event, code, { ...viaOf(event), ...referenceOf(event), ...promiseOf(event) })];
    }
    case 'confirmation-accepted': {
      const end = dayOf(event.data.effectiveDate);
      const values = { ...viaOf(event), ...referenceOf(event) };
      return end === null
        ? [dated(event, 'confirmed', values)]
        : [dated(event, 'confirmed.day', { ...values, end: { day: formatDay(end) } })];
    }
    case 'charge-seen': {
      const wrong = scene.money.charges.find((charge) => charge.event.seq === event.seq);
      return wrong ? [charge(wrong.day, event.data.amountUsd)] : [];
    }
    default:
      return [];
  }
}

function charge(day: number, usd: string): Line {
  return { code: 'document.happened.charge', values: { on: { day: formatDay(day) }, usd } };
}

function dated(event: CaseEvent, code: string, values: Line['values']): Line {
  return { code: `document.happened.${code}`, values: { on: { day: event.on }, ...values } };
}

function viaOf(event: Recorded<'request-sent'> | Word | Recorded<'confirmation-accepted'>): Record<string, Value> {
  const { via } = event.data;
  return { via: via ? { line: { code: `document.via.${via}`, values: {} } } : '' };
}

/** Names of agents are left out: the carrier finds the contact by its reference. */
function referenceOf(event: CaseEvent & { data: { reference?: unknown } }): Record<string, Value> {
  const text = clean(textOf(event.data.reference as string | undefined));
  if (text === null) return { reference: '' };
  return { reference: { line: { code: 'document.happened.reference', values: { reference: { typed: text } } } } };
}

function promiseOf(event: Word): Record<string, Value> {
  const day = event.type === 'contact-logged' ? dayOf(event.data.promisedEndDate) : null;
  if (day === null) return { promised: '' };
  return { promised: { line: { code: 'document.happened.day', values: { end: { day: formatDay(day) } } } } };
}
