/** What is computed from the events of a case. Nothing here is stored. */
import type { ParkingTarget } from '../catalog/index.ts';
import type { Brand, Confidence, Product, Rule, Source } from '../catalog/schema.ts';
import type { Facts } from '../errors.ts';
import type { EpochDay } from '../time/civil.ts';
import type { CaseEvent, EventData, EventType } from './events.ts';

export const STAGES = [
  'draft',
  'decided',
  'prepared',
  'requested',
  'acknowledged',
  'confirmed',
  'effective',
  'settled',
  'closed',
  'disputed',
  'abandoned',
] as const;
export type Stage = (typeof STAGES)[number];

export const OBLIGATIONS = ['request', 'confirmation', 'money', 'number-exit', 'disposal', 'proof'] as const;
export type ObligationId = (typeof OBLIGATIONS)[number];
/** `unknown`: nobody has said whether there is anything to do. */
export type ObligationState = 'open' | 'done' | 'not-needed' | 'unknown';

/** One recorded event with what its type carries. */
export type Recorded<Type extends EventType> = CaseEvent & { type: Type; data: EventData[Type] };

/** The events that count (what was taken back left out), by type and in order. */
export interface CaseState {
  case: string;
  /** All that counts, in order. */
  events: readonly CaseEvent[];
  /** Every event of a type that counts. */
  all<Type extends EventType>(type: Type): readonly Recorded<Type>[];
  /** The newest of a type, or null. */
  last<Type extends EventType>(type: Type): Recorded<Type> | null;
}

/** What the carrier, the law and the day add to the events. */
export interface CaseWorld {
  brand: Brand;
  product: Product;
  rules: readonly Rule[];
  targets: readonly ParkingTarget[];
  today: EpochDay;
}

/** On what a date rests. */
export type Ground =
  | { kind: 'rule'; rule: string; sources: readonly Source[] }
  | { kind: 'fact'; field: string; confidence: Confidence; sources: readonly Source[] }
  /** Somebody promised it, in the event of this number. */
  | { kind: 'promise'; event: number }
  /** The user's own plan or wish. */
  | { kind: 'yours' }
  /** Our own reminder; no law and no carrier says so. */
  | { kind: 'house' };

export interface Deadline {
  /** The sentence stands under `case.deadline.<code>`. */
  code: string;
  facts: Facts;
  day: EpochDay;
  ground: Ground;
  /** Who has to act by then. */
  whose: 'you' | 'carrier' | 'bank' | 'nobody';
  done: boolean;
}

/** One thing to press: a verb, or an event to record with what is already known of it. */
export interface Button {
  verb: 'decide' | 'prepare' | 'request' | 'record' | 'show' | 'export';
  event: EventType | null;
  preset: Readonly<Record<string, string>>;
}

export interface NextAction {
  /** The sentence stands under `case.next.<code>`. */
  code: string;
  facts: Facts;
  /** The day on which to do it, or until which; null: no date. */
  day: EpochDay | null;
  button: Button | null;
}

export interface Obligation {
  id: ObligationId;
  state: ObligationState;
  /** The sentence stands under `case.obligation.<id>.<state>`. */
  facts: Facts;
}

export interface Alarm {
  /** The sentence stands under `case.alarm.<code>`. */
  code: string;
  facts: Facts;
  since: EpochDay;
  /** What clears it. */
  button: Button;
  /** What is left to do, the mildest first; absent: the button is all. */
  steps?: readonly { code: string; done: boolean; button: Button }[];
}

export interface CaseStatus {
  stage: Stage;
  nextAction: NextAction;
  deadlines: Deadline[];
  obligations: Obligation[];
  alarms: Alarm[];
}

/** Why an event cannot come now; the sentence stands under `case.refusal.<code>`. */
export interface Refusal {
  code: string;
  facts: Facts;
}
