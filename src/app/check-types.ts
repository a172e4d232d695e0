/** The answer of `check` as every face shows it. */
import type { ChannelKind, Confidence, NeedField, Product, Source, StepKind } from '../domain/catalog/schema.ts';
import type { CheckReach, CheckReason, CheckUnknown, OnlineAnswer, Tri } from '../domain/check/types.ts';
import type { Facts } from '../domain/errors.ts';
import type { HolidayCode } from '../domain/time/holidays.ts';
import type { TriedView } from './tried-view.ts';

/** A code of a closed list with its sentence. */
export interface CheckTold<Code extends string> {
  code: Code;
  message: string;
  facts: Facts;
}

/** A statement in the user's language with what it rests on. `text` null: unknown. */
export interface SourcedText {
  text: string | null;
  confidence: Confidence;
  note: string | null;
  sources: Source[];
}

/** One statement about a channel; `alternatives` hold what other pages say, in words. */
export interface SupportView {
  confidence: Confidence;
  note: string | null;
  alternatives: { value: string; sources: Source[] }[];
  sources: Source[];
}

export interface ChannelView {
  kind: ChannelKind;
  kindName: string;
  value: string | null;
  /** The value as a person reads it. */
  display: string | null;
  label: string | null;
  canCancelHere: Tri;
  fromAbroad: Tri;
  openNow: Tri;
  /** UTC; null where open now or not known. */
  opensAt: string | null;
  opensAtCarrier: string | null;
  opensAtLocal: string | null;
  closesAt: string | null;
  /** Hours of the current or next open day in `localZone`. */
  localHours: string | null;
  localZone: string | null;
  /** The hours as recorded, in words, with the carrier's zone. */
  carrierHours: string | null;
  holiday: { code: HolidayCode; effect: 'open' | 'closed' | 'unknown'; message: string } | null;
  /** Of the value. */
  confidence: Confidence;
  verified: boolean;
  /** Whether to offer the number for dialling. */
  dial: boolean;
  /** Why it stands where it stands. */
  rank: CheckTold<CheckReason>[];
  languages: string[] | null;
  /** Phone: what to press or say. */
  voiceMenu: SourcedText;
  /** The sentence about what people tried here; null: nobody has reported. */
  tried: string | null;
  note: string | null;
  sources: Source[];
  checkedOn: string;
  stale: boolean;
  support: Record<'value' | 'canCancelHere' | 'fromAbroad' | 'hours', SupportView>;
}

export interface NeedView {
  field: NeedField;
  label: string;
  why: string;
  where: string | null;
  /** Only these ask for it; null: all do. */
  routes: NonNullable<Product['needs'][number]['routes']> | null;
  /** Whether the first channel asks for it. */
  bestAsks: boolean;
  confidence: Confidence;
  sources: Source[];
}

/** What `check` answers: the JSON of the command line, the API and the web app alike. */
export interface CheckView {
  carrier: string;
  carrierName: string;
  product: string;
  productName: string;
  /** The other products of the brand. */
  products: { id: string; name: string }[];
  from: string;
  /** The country in words. */
  fromName: string;
  zone: string | null;
  now: string;
  status: { value: string | null; text: string; confidence: Confidence; note: string | null; sources: Source[] };
  online: {
    supported: OnlineAnswer;
    /** The answer as one sentence. */
    answer: string;
    how: string | null;
    note: string | null;
    steps: {
      kind: StepKind | null;
      title: string;
      detail: string | null;
      note: string | null;
      confidence: Confidence;
      sources: Source[];
    }[];
    /** Screens and offers that try to keep the customer. */
    retention: SourcedText[];
    /** What the site offers where it does not cancel. */
    instead: SourcedText;
    exclusions: SourcedText[];
    url: string | null;
    /** What the confirmation looks like. */
    confirmation: SourcedText;
    claims: { claim: string; sources: Source[]; answer: SourcedText }[];
    confidence: Confidence;
    alternatives: { value: 'yes' | 'partial' | 'no'; sources: Source[] }[];
    sources: Source[];
  };
  /** Best first. */
  channels: ChannelView[];
  reach: { code: CheckReach; message: string };
  needs: NeedView[];
  /** What people tried with this product. Everything else here is documented; the two are never mixed. */
  tried: TriedView;
  traps: SourcedText[];
  unknowns: (CheckTold<CheckUnknown> & { values: string[]; note: string | null; sources: Source[] })[];
  effective: {
    value: 'immediate' | 'end-of-cycle' | 'choice' | null;
    text: string;
    confidence: Confidence;
    note: string | null;
    alternatives: { value: string; sources: Source[] }[];
    sources: Source[];
  };
}
