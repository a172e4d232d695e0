import { parseSituation, type Situation } from '../domain/case/situation.ts';
import { SITUATION_PROBLEMS } from '../domain/case/situation-problems.ts';
import type { ParkingTarget } from '../domain/catalog/index.ts';
import type { Source } from '../domain/catalog/schema.ts';
import { decide } from '../domain/decide/decide.ts';
import {
  ANOTHER_CARRIER,
  type Coded,
  type Contact,
  type ContactCode,
  type Option,
  type OptionKind,
  type Question,
  type QuestionCode,
  type TimelineEntry,
  type TimelineReason,
  type UnknownCode,
  type WarningCode,
  type WhyCode,
} from '../domain/decide/types.ts';
import { type Facts, SimoffError } from '../domain/errors.ts';
import { type Cents, formatUsd } from '../domain/money/money.ts';
import { type EpochDay, formatDay, type IsoDate, toDay } from '../domain/time/civil.ts';
import type { Say } from '../locale/say.ts';
import { service } from '../locale/words.ts';
import type { CatalogSource } from '../ports/catalog.ts';
import { resolveCarrier, resolveProduct } from './carrier.ts';

export { SITUATION_PROBLEMS };

/** A code with its sentence. */
export interface Told<Code extends string> {
  code: Code;
  message: string;
  facts: Facts;
}

export interface OptionView {
  kind: OptionKind;
  /** Slug of the parking target, or `another-carrier`; null unless a port-out. */
  target: string | null;
  /** Name of the target in the user's language. */
  targetName: string | null;
  feasible: boolean;
  why: string;
  whyCodes: Told<WhyCode>[];
  actOn: IsoDate | null;
  lastDayToAct: IsoDate | null;
  endsOn: IsoDate | null;
  /** Last day on which the number is surely not given to somebody else; null where it is not lost. */
  numberSafeUntil: IsoDate | null;
  cost: { minUsd: string; maxUsd: string | null } | null;
  timeline: TimelineView[];
  warnings: Told<WarningCode>[];
}

export interface TimelineView {
  date: IsoDate;
  /** null: how much is unknown. */
  amountUsd: string | null;
  reason: TimelineReason;
  text: string;
  /** What is lost without being paid. */
  lostUsd: string | null;
  sources: readonly Source[];
}

export interface QuestionView {
  code: QuestionCode;
  question: string;
  worthUsd: string | null;
  for: Question['for'];
  field: string;
}

export interface ContactView {
  first: Contact['first'];
  seller: string | null;
  orderNumber: string | null;
  why: Told<ContactCode>[];
}

/** What `decide` answers: the JSON of the command line, the API and the web app alike. */
export interface DecideView {
  carrier: string;
  carrierName: string;
  product: string;
  productName: string;
  recommended: OptionKind | null;
  recommendedTarget: string | null;
  /** One sentence: the recommended option in words, or that none is possible. */
  summary: string;
  options: OptionView[];
  questionsForCarrier: QuestionView[];
  unknowns: Told<UnknownCode>[];
  /** Whom to ask first where the line was bought from somebody else or stands in another's name. */
  contact: ContactView | null;
  today: IsoDate;
  horizon: IsoDate;
}

/**
 * Every option for one line with dates, costs and the recommended one, in the language of `say`. `input` is parsed JSON;
 * `today` a checked date. Throws `situation-field`, `unknown-carrier`, `unknown-product`.
 */
export async function decideSituation(
  input: unknown,
  { catalog, today }: { catalog: CatalogSource; today: IsoDate },
  say: Say,
): Promise<DecideView> {
  const situation = checkedSituation(input, say);
  const index = await catalog.index();
  const { slug } = resolveCarrier(situation.line.carrier, index);
  const brand = await catalog.brand(slug);
  if (!brand) throw new SimoffError('unknown-carrier', { carrier: slug, suggestions: [] });
  const product = resolveProduct(brand, situation.line.product ?? null);
  const decision = decide(situation, { brand, product, targets: index.targets, today: toDay(today) });
  const tell = teller(say, index.targets);
  return {
    carrier: brand.slug,
    carrierName: brand.name[say.language],
    product: product.id,
    productName: product.name[say.language],
    recommended: decision.recommended,
    recommendedTarget: decision.recommendedTarget,
    summary: summaryOf(decision.options[0], tell, say),
    options: decision.options.map((option) => optionView(option, tell, say)),
    questionsForCarrier: decision.questions.map((question) => questionView(question, tell)),
    unknowns: decision.unknowns.map((unknown) => tell('decide.unknown', unknown)),
    contact: decision.contact && contactView(decision.contact, say),
    today,
    horizon: formatDay(decision.horizon),
  };
}

/** The error of a situation gets its sentence here, since the domain has no words. */
export function checkedSituation(input: unknown, say: Say): Situation {
  try {
    return parseSituation(input);
  } catch (error) {
    if (!(error instanceof SimoffError) || error.code !== 'situation-field') throw error;
    const what = say(`decide.problem.${error.facts.problem}`);
    throw new SimoffError('situation-field', { ...error.facts, what }, { cause: error });
  }
}

interface Teller {
  <Code extends string>(prefix: string, coded: Coded<Code>): Told<Code>;
  target(target: string | null): string | null;
}

/** Puts words for what stands as a code in the facts of a sentence. */
function teller(say: Say, targets: readonly ParkingTarget[]): Teller {
  const target = (slug: string | null): string | null => {
    if (slug === ANOTHER_CARRIER) return say('decide.target.another-carrier');
    return targets.find((own) => own.target === slug)?.name[say.language] ?? slug;
  };
  const tell = <Code extends string>(prefix: string, { code, facts }: Coded<Code>): Told<Code> => {
    const worded = Object.keys(facts).length === 0 ? facts : inWords(facts, say, target);
    return { code, message: say(`${prefix}.${code}`, worded), facts };
  };
  return Object.assign(tell, { target });
}

const BY_LANGUAGE = { en: ', ', zh: '、' } as const;

function inWords(facts: Facts, say: Say, target: (slug: string) => string | null): Facts {
  const words: Record<string, Facts[string]> = { ...facts };
  const { field, role, status, services, locks } = facts;
  if (typeof field === 'string') words.name = say(`decide.field.${field}`);
  if (typeof role === 'string') words.role = say(`decide.role.${role}`);
  if (typeof status === 'string') words.status = say(`decide.status.${status}`);
  if (typeof facts.target === 'string') words.target = inText(target(facts.target), say);
  if (Array.isArray(services))
    words.services = services.map((id: string) => service(id, say)).join(BY_LANGUAGE[say.language]);
  if (Array.isArray(locks)) words.locks = locks.join(BY_LANGUAGE[say.language]);
  return words;
}

function optionView(option: Option, tell: Teller, say: Say): OptionView {
  const { kind, target, feasible, cost } = option;
  const whyCodes = option.why.map((why) => tell('decide.why', why));
  return {
    kind,
    target,
    targetName: tell.target(target),
    feasible,
    why: whyCodes.map(({ message }) => message).join(say.language === 'zh' ? '' : ' '),
    whyCodes,
    actOn: iso(option.actOn),
    lastDayToAct: iso(option.lastDayToAct),
    endsOn: iso(option.endsOn),
    numberSafeUntil: iso(option.numberSafeUntil),
    cost: cost && { minUsd: formatUsd(cost.minCents), maxUsd: usd(cost.maxCents) },
    timeline: option.timeline.map((entry) => timelineView(entry, say)),
    warnings: option.warnings.map((warning) => tell('decide.warning', warning)),
  };
}

function timelineView({ day, cents, reason, lostCents, sources }: TimelineEntry, say: Say): TimelineView {
  return {
    date: dated(day),
    amountUsd: usd(cents),
    reason,
    text: say(`decide.timeline.${reason}`),
    lostUsd: usd(lostCents),
    sources,
  };
}

function questionView({ code, facts, worthCents, for: whom, field }: Question, tell: Teller): QuestionView {
  const { message } = tell('decide.question', { code, facts });
  return { code, question: message, worthUsd: usd(worthCents), for: whom, field };
}

function contactView({ first, codes, seller, orderNumber }: Contact, say: Say): ContactView {
  const why = codes.map((code): Told<ContactCode> => {
    const facts = {
      seller: seller ?? say(`decide.contact.who.${code}`),
      order: orderNumber ?? say('decide.contact.noOrder'),
    };
    return { code, message: say(`decide.contact.${code}`, facts), facts: {} };
  });
  return { first, seller, orderNumber, why };
}

function summaryOf(best: Option | undefined, tell: Teller, say: Say): string {
  if (!best?.feasible) return say('decide.summary.none');
  const { kind, actOn, lastDayToAct, endsOn, cost } = best;
  const sameDay = actOn !== null && actOn === lastDayToAct && kind !== 'let-lapse' ? '.sameDay' : '';
  const sentence = say(`decide.summary.${kind}${sameDay}`, {
    target: inText(tell.target(best.target), say),
    actOn: iso(actOn),
    lastDayToAct: iso(lastDayToAct),
    endsOn: iso(endsOn),
  });
  return cost?.maxCents === null
    ? `${say('decide.summary.open')}${say.language === 'zh' ? '' : ' '}${sentence}`
    : sentence;
}

/** Inside a Chinese sentence a Latin name stands apart. */
export function inText(name: string | null, { language }: Say): string | null {
  return name !== null && language === 'zh' && /^[A-Za-z0-9]/.test(name) ? ` ${name}` : name;
}

function iso(day: EpochDay | null): IsoDate | null {
  return day === null ? null : dated(day);
}

/** The same few days stand in every option of a plan, and making their text is what costs most. */
const texts = new Map<EpochDay, IsoDate>();

function dated(day: EpochDay): IsoDate {
  const kept = texts.get(day);
  if (kept !== undefined) return kept;
  if (texts.size > 5000) texts.clear();
  const text = formatDay(day);
  texts.set(day, text);
  return text;
}

function usd(cents: Cents | null): string | null {
  return cents === null ? null : formatUsd(cents);
}
