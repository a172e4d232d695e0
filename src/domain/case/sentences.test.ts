/** The case speaks in codes; whatever it says has to have its words in both languages, and the facts they need. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import en from '../../locale/en/case.json' with { type: 'json' };
import zh from '../../locale/zh/case.json' with { type: 'json' };
import type { Facts } from '../errors.ts';
import { ALARMS } from './alarms.ts';
import { DEADLINES } from './deadlines.ts';
import { eventsOf, newEvent, stateOf } from './examples.ts';
import { RUNGS } from './ladder.ts';
import { NEXT_ACTIONS } from './next-codes.ts';
import { REFUSALS, refusalOf, undoRefusal } from './orders.ts';
import { statusOf } from './status.ts';
import { anything, story, worldAfter } from './testing.ts';
import { OBLIGATIONS, STAGES } from './types.ts';

const languages: [string, Record<string, string>][] = [
  ['en', en],
  ['zh', zh],
];
const under = (prefix: string, codes: readonly string[]): string[] => codes.map((code) => `case.${prefix}.${code}`);
const CODES = [
  ...under('stage', STAGES),
  ...under('refusal', REFUSALS),
  ...under('deadline', DEADLINES),
  ...under('alarm', ALARMS),
  'case.alarm.composed-not-sent.planned',
  ...under('ladder', RUNGS),
  ...under('next', NEXT_ACTIONS),
  ...OBLIGATIONS.flatMap((id) => under(`obligation.${id}`, ['open', 'done', 'not-needed', 'unknown'])),
];

describe.each(languages)('%s', (_, sentences) => {
  test('every code has its sentence, and every sentence its code', () => {
    expect(Object.keys(sentences).sort()).toEqual([...CODES].sort());
  });
});

/** The facts a sentence names that are not given, in either language. */
const missing = (code: string, facts: Facts): string[] =>
  languages.flatMap(([language, sentences]) =>
    [...(sentences[code] ?? '{sentence}').matchAll(/\{(\w+)\}/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => facts[name] === undefined || facts[name] === null || facts[name] === '')
      .map((name) => `${language} ${code}: ${name}`),
  );

test('every fact a sentence names is given', () => {
  const said = new Set<string>();
  const check = (code: string, facts: Facts): void => {
    said.add(code);
    expect(missing(code, facts)).toEqual([]);
  };
  fc.assert(
    fc.property(story, worldAfter, anything, fc.nat(), ({ rows, day }, worldOn, { rows: tries }, at) => {
      const state = stateOf(rows);
      const { nextAction, alarms, deadlines, obligations } = statusOf(state, worldOn(day));
      check(`case.next.${nextAction.code}`, nextAction.facts);
      for (const { code, facts } of alarms) check(`case.alarm.${code}`, facts);
      for (const { code, facts } of deadlines) check(`case.deadline.${code}`, facts);
      for (const own of obligations) check(`case.obligation.${own.id}.${own.state}`, own.facts);
      const refusals = [
        ...tries.slice(0, 10).map((row) => refusalOf(state, newEvent(row))),
        undoRefusal(eventsOf(rows), at % (rows.length + 2)),
      ];
      for (const refusal of refusals) if (refusal) check(`case.refusal.${refusal.code}`, refusal.facts);
    }),
    { numRuns: 700 },
  );
  expect(said.size).toBeGreaterThan(85);
});
