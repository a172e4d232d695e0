import type { ChainProblemCode } from '../../domain/case/chain.ts';
import type { BlobRef, CaseEvent, EventType, SecretRef } from '../../domain/case/events.ts';
import { openServices } from '../../domain/case/read.ts';
import { unsealed } from '../../domain/case/sealed.ts';
import { statusOf } from '../../domain/case/status.ts';
import type {
  Alarm,
  Button,
  Deadline,
  Ground,
  NextAction,
  ObligationId,
  ObligationState,
  Stage,
} from '../../domain/case/types.ts';
import type { Confidence, Rule, Source } from '../../domain/catalog/schema.ts';
import { formatDay, type IsoDate } from '../../domain/time/civil.ts';
import { errorSentence } from '../../locale/error-sentence.ts';
import type { Say } from '../../locale/say.ts';
import { inWords, known } from '../../locale/words.ts';
import type { LoadedCase } from './load.ts';

export interface ButtonView extends Button {
  label: string;
  /** The same on the command line. */
  command: string;
}

export interface NextActionView {
  code: string;
  message: string;
  date: IsoDate | null;
  /** Negative where the date has passed. */
  daysLeft: number | null;
  button: ButtonView | null;
}

export interface DeadlineView {
  code: string;
  message: string;
  date: IsoDate;
  daysLeft: number;
  whose: Deadline['whose'];
  done: boolean;
  rule: {
    kind: Ground['kind'];
    /** The rule of the catalog, where one stands behind it. */
    id: string | null;
    title: string;
    confidence: Confidence | null;
    sources: readonly Source[];
  };
}

export interface EventView {
  seq: number;
  type: EventType;
  name: string;
  at: string;
  /** The calendar date in the line's billing zone. */
  on: IsoDate;
  recordedAt: string;
  /** Secrets masked. */
  data: Readonly<Record<string, unknown>>;
  /** The number of the event that took this one back. */
  takenBackBy: number | null;
}

export interface ProblemView {
  code: ChainProblemCode | 'brand-gone' | 'situation-unreadable' | 'store-damaged';
  message: string;
  seq: number | null;
}

export interface AlarmView {
  code: string;
  message: string;
  since: IsoDate;
  /** What clears it. */
  button: ButtonView;
  /** What is left to do, the mildest first; empty: the button is all. */
  steps: { code: string; done: boolean; message: string; button: ButtonView }[];
}

export interface CaseView {
  case: string;
  carrier: string | null;
  carrierName: string | null;
  product: string | null;
  productName: string | null;
  /** The number, masked card number or e-mail a person knows the line by. */
  line: string | null;
  /** null where what the case is about cannot be read. */
  stage: Stage | null;
  stageName: string | null;
  chosen: {
    kind: string;
    target: string | null;
    actOn: IsoDate | null;
    lastDayToAct: IsoDate | null;
    endsOn: IsoDate | null;
  } | null;
  nextAction: NextActionView | null;
  deadlines: DeadlineView[];
  obligations: { id: ObligationId; state: ObligationState; name: string; message: string }[];
  alarms: AlarmView[];
  events: EventView[];
  /** Services the situation names that still text this number. */
  servicesLeft: string[];
  /** What is damaged. Empty where all is whole. */
  problems: ProblemView[];
  today: IsoDate;
  zone: string;
}

/** A case as every face shows it, in the language of `say`; `open` gives what stands for a secret (masked, unless asked otherwise). */
export function viewCase(loaded: LoadedCase, say: Say, open?: (ref: SecretRef) => string): CaseView {
  const { read, state, situation, world, today, zone } = loaded;
  const status = world && statusOf(state, world);
  const { language } = say;
  const chosen = state.last('option-chosen')?.data ?? null;
  return {
    case: read.case,
    carrier: world?.brand.slug ?? situation?.line.carrier ?? null,
    carrierName: world?.brand.name[language] ?? null,
    product: world?.product.id ?? null,
    productName: world?.product.name[language] ?? null,
    line: lineOf(loaded),
    stage: status?.stage ?? null,
    stageName: status ? say(`case.stage.${status.stage}`) : null,
    chosen: chosen && {
      kind: chosen.kind,
      target: chosen.target,
      actOn: chosen.actOn,
      lastDayToAct: chosen.lastDayToAct,
      endsOn: chosen.endsOn,
    },
    nextAction: status ? nextView(status.nextAction, loaded, say) : null,
    deadlines: status ? status.deadlines.map((deadline) => deadlineView(deadline, loaded, say)) : [],
    obligations: status
      ? status.obligations.map(({ id, state: own, facts }) => ({
          id,
          state: own,
          name: say(`record.obligation.${id}`),
          message: say(`case.obligation.${id}.${own}`, inWords(facts, say)),
        }))
      : [],
    alarms: status ? status.alarms.map((alarm) => alarmView(alarm, loaded, say)) : [],
    events: eventViews(loaded, say, open),
    servicesLeft: servicesLeft(loaded),
    problems: problemsOf(loaded, say),
    today: formatDay(today),
    zone,
  };
}

/** The one next step alone. */
export function nextView(next: NextAction, loaded: LoadedCase, say: Say): NextActionView {
  return {
    code: next.code,
    message: say(`case.next.${next.code}`, inWords(next.facts, say)),
    date: next.day === null ? null : formatDay(next.day),
    daysLeft: next.day === null ? null : next.day - loaded.today,
    button: next.button && buttonView(next.button, loaded, say),
  };
}

/** What tells this line from another, for a list: the number, else the end of the card number, else the order. */
export function lineOf({ situation }: LoadedCase): string | null {
  const line = situation?.line;
  return line?.msisdn ?? line?.iccid ?? situation?.bought?.orderNumber ?? null;
}

function buttonView(button: Button, { read }: LoadedCase, say: Say): ButtonView {
  const { verb, event, preset } = button;
  const name = event ?? verb;
  return {
    ...button,
    label: say(event ? `record.do.${event}` : `record.do.${verb}`),
    command: commandOf(verb, name, preset, read.case),
  };
}

function commandOf(verb: Button['verb'], event: string, preset: Button['preset'], caseId: string): string {
  if (verb === 'decide') return `simoff decide ${caseId}${preset.kind ? ` --choose ${preset.kind}` : ''}`;
  if (verb === 'prepare') return `simoff prepare ${caseId} --out DIR`;
  if (verb === 'request') return `simoff request ${caseId} --via ${preset.via ?? 'KIND'}`;
  if (verb === 'export') return `simoff export --out FILE`;
  if (verb === 'show') return `simoff show ${caseId}`;
  const fields = Object.entries(preset).map(
    ([key, value]) => ` --set ${key}=${/\s/.test(value) ? `'${value}'` : value}`,
  );
  return `simoff record ${caseId} ${event}${fields.join('')}`;
}

function deadlineView(deadline: Deadline, loaded: LoadedCase, say: Say): DeadlineView {
  const { code, facts, day, ground, whose, done } = deadline;
  return {
    code,
    message: say(`case.deadline.${code}`, inWords(facts, say)),
    date: formatDay(day),
    daysLeft: day - loaded.today,
    whose,
    done,
    rule: ruleView(ground, loaded.world?.rules ?? [], say),
  };
}

function ruleView(ground: Ground, rules: readonly Rule[], say: Say): DeadlineView['rule'] {
  const none = { id: null, confidence: null, sources: [] };
  switch (ground.kind) {
    case 'rule': {
      const rule = rules.find((own) => own.id === ground.rule);
      const title = rule ? `${rule.title[say.language]} (${rule.citation})` : ground.rule;
      return { kind: 'rule', id: ground.rule, title, confidence: rule?.confidence ?? null, sources: ground.sources };
    }
    case 'fact':
      return {
        kind: 'fact',
        id: null,
        title: say('record.ground.fact', { field: known(`record.fact.${ground.field}`, ground.field, say) }),
        confidence: ground.confidence,
        sources: ground.sources,
      };
    case 'promise':
      return { ...none, kind: 'promise', title: say('record.ground.promise', { event: ground.event }) };
    case 'yours':
      return { ...none, kind: 'yours', title: say('record.ground.yours') };
    case 'house':
      return { ...none, kind: 'house', title: say('record.ground.house') };
  }
}

function alarmView({ code, facts, since, button, steps = [] }: Alarm, loaded: LoadedCase, say: Say): AlarmView {
  const planned = facts.plannedOn === undefined ? '' : '.planned';
  return {
    code,
    message: say(`case.alarm.${code}${planned}`, inWords(facts, say)),
    since: formatDay(since),
    button: buttonView(button, loaded, say),
    steps: steps.map((step) => ({
      code: step.code,
      done: step.done,
      message: say(`case.ladder.${step.code}`),
      button: buttonView(step.button, loaded, say),
    })),
  };
}

function eventViews({ read }: LoadedCase, say: Say, open?: (ref: SecretRef) => string): EventView[] {
  const takenBack = takenBackBy(read.events);
  return read.events.map((event) => ({
    seq: event.seq,
    type: event.type,
    name: say(`record.event.${event.type}`),
    at: event.at,
    on: event.on,
    recordedAt: event.recordedAt,
    data: unsealed(event.data as never, open) as Record<string, unknown>,
    takenBackBy: takenBack.get(event.seq) ?? null,
  }));
}

/** Which events were taken back, and by which: a correction that was itself taken back counts for nothing. */
function takenBackBy(events: readonly CaseEvent[]): Map<number, number> {
  const by = new Map<number, number>();
  for (const event of [...events].reverse()) {
    if (event.type === 'corrected' && !by.has(event.seq)) by.set(event.data.event, event.seq);
  }
  return by;
}

function servicesLeft({ situation, state }: LoadedCase): string[] {
  const open = openServices(state) ?? [];
  return (situation?.number?.codesStillSentHere ?? []).filter((service) => open.includes(service));
}

function problemsOf({ read, situation, world, damagedStore }: LoadedCase, say: Say): ProblemView[] {
  const problems: ProblemView[] = read.problems.map(({ code, seq }) => ({
    code,
    message: say(`record.problem.${code}`, { seq }),
    seq,
  }));
  if (!situation)
    problems.push({ code: 'situation-unreadable', message: say('record.problem.situation-unreadable'), seq: null });
  else if (!world) {
    const message = say('record.problem.brand-gone', { carrier: situation.line.carrier });
    problems.push({ code: 'brand-gone', message, seq: null });
  }
  return [...problems, ...storeProblems(damagedStore, say)];
}

/** What to say of a store that is damaged as a whole. */
export function storeProblems(where: string | null, say: Say): ProblemView[] {
  if (where === null) return [];
  const message = errorSentence({ code: 'store-damaged', facts: { file: where } }, say);
  return [{ code: 'store-damaged', message, seq: null }];
}

/** The files kept with an event. */
export function filesOf(event: CaseEvent): BlobRef[] {
  return 'attachments' in event.data ? (event.data.attachments ?? []) : [];
}
