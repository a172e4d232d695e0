/** Whether what claims to be a stored event is one. Everything that comes back from outside (an import, a pack) goes through here. */
import { z } from 'zod';
import { CHANNEL_KINDS } from '../catalog/schema.ts';
import { OPTION_KINDS } from '../decide/types.ts';
import { parseDay } from '../time/civil.ts';
import { parseInstant } from '../time/instant.ts';
import {
  BALANCE_SIDES,
  type CaseEvent,
  CONTACT_OUTCOMES,
  DOCUMENT_KINDS,
  ESCALATION_KINDS,
  ESCALATION_SUBJECTS,
  EVENT_FORMAT,
  EVENT_TYPES,
  EVIDENCE_KINDS,
  type EventType,
  PURPOSES,
  REPLY_KINDS,
} from './events.ts';
import { unsealed } from './sealed.ts';
import { parseSituation } from './situation.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const secret = z.strictObject({ secret: z.string().regex(/^[\w-]{1,80}$/), masked: z.string().max(20_100), hash });
const words = z.union([z.string().max(20_100), secret]);
const usd = z.string().regex(/^\d{1,7}\.\d{2}$/);
const day = z.string().refine((text) => parseDay(text) !== null);
const instant = z.string().refine((text) => parseInstant(text) !== null);
const blob = z.strictObject({
  sha256: hash,
  bytes: z.number().int().min(0),
  name: words,
  mediaType: z.string().max(200),
});
const told = { note: words.optional(), attachments: z.array(blob).max(100).optional() };
const via = z.enum(CHANNEL_KINDS);
const money = { amountUsd: usd, date: day.optional(), descriptor: words.optional() };

const situation = z.unknown().refine((value) => {
  try {
    parseSituation(unsealed(value as never));
    return true;
  } catch {
    return false;
  }
});

const DATA: { [Type in EventType]: z.ZodType } = {
  'line-identified': z.strictObject({ kind: z.string().max(40), value: words, carrier: z.string().max(80).optional() }),
  'situation-recorded': z.strictObject({ situation }),
  'option-chosen': z.strictObject({
    kind: z.enum(OPTION_KINDS),
    target: z.string().max(200).nullable(),
    actOn: day.nullable(),
    lastDayToAct: day.nullable(),
    endsOn: day.nullable(),
    minUsd: z.string().max(20).nullable(),
    maxUsd: z.string().max(20).nullable(),
  }),
  'document-composed': z.strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    purpose: z.enum(PURPOSES).nullable(),
    language: z.string().max(20),
    name: z.string().max(200),
    sha256: hash,
    bytes: z.number().int().min(0),
  }),
  'request-sent': z.strictObject({
    ...told,
    via,
    purpose: z.enum(PURPOSES),
    reference: words.optional(),
    to: words.optional(),
  }),
  'contact-logged': z.strictObject({
    ...told,
    via: via.optional(),
    outcome: z.enum(CONTACT_OUTCOMES).optional(),
    to: words.optional(),
    agentName: words.optional(),
    agentId: words.optional(),
    reference: words.optional(),
    promisedEndDate: day.optional(),
    promisedRefundUsd: usd.optional(),
    callBy: day.optional(),
    minutes: z.number().int().min(0).optional(),
  }),
  'reply-received': z.strictObject({
    ...told,
    via: via.optional(),
    kind: z.enum(REPLY_KINDS).optional(),
    reference: words.optional(),
    callBy: day.optional(),
  }),
  'reply-verified': z.strictObject({
    reply: z.number().int().min(1),
    verdict: z.string().max(40),
    grounds: z.array(z.string().max(80)).max(50),
  }),
  'confirmation-accepted': z.strictObject({
    ...told,
    via: via.optional(),
    purpose: z.enum(PURPOSES).optional(),
    effectiveDate: day.optional(),
    reference: words.optional(),
  }),
  'line-seen-dead': z.strictObject(told),
  'charge-seen': z.strictObject({ ...told, ...money, expected: z.boolean().optional() }),
  'refund-seen': z.strictObject({ ...told, ...money }),
  'balance-recorded': z.strictObject({ ...told, balanceUsd: usd, side: z.enum(BALANCE_SIDES).optional() }),
  'account-unlinked': z.strictObject({ ...told, service: z.string().min(1).max(500), waived: z.boolean().optional() }),
  'profile-deleted': z.strictObject({ ...told, device: words.optional(), alreadyDone: z.boolean().optional() }),
  'card-destroyed': z.strictObject({ ...told, how: words.optional(), alreadyDone: z.boolean().optional() }),
  'escalation-filed': z.strictObject({
    ...told,
    kind: z.enum(ESCALATION_KINDS),
    about: z.enum(ESCALATION_SUBJECTS).optional(),
    reference: words.optional(),
    answerDue: day.optional(),
  }),
  'evidence-attached': z.strictObject({ ...told, kind: z.enum(EVIDENCE_KINDS).optional() }),
  'note-added': z.strictObject({ ...told, note: words }),
  'pack-sealed': z.strictObject({ sha256: hash, name: z.string().max(200) }),
  'case-abandoned': z.strictObject(told),
  corrected: z.strictObject({ event: z.number().int().min(1), note: words.optional() }),
};

/** The form of a case's name: letters and digits that cannot be mixed up. */
export const CASE_ID = /^[0-9a-z]{4,32}$/;

const envelope = z.strictObject({
  format: z.literal(EVENT_FORMAT),
  case: z.string().regex(CASE_ID),
  seq: z.number().int().min(1),
  type: z.enum(EVENT_TYPES),
  at: instant,
  on: day,
  recordedAt: instant,
  prev: hash.nullable(),
  data: z.unknown(),
});

/** True only for a whole event of the present format with data as its type demands. */
export function isCaseEvent(value: unknown): value is CaseEvent {
  const read = envelope.safeParse(value);
  return read.success && DATA[read.data.type].safeParse(read.data.data).success;
}
