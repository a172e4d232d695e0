import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSituation } from '../../../domain/case/situation.ts';
import type { Brand } from '../../../domain/catalog/schema.ts';
import { aBrand, aProduct, fact } from '../../../testing/catalog.ts';
import type { Answers } from '../state/draft.ts';
import { parseField } from './fields.ts';
import { firstOpen, isAnswered, questionsFor, shownFields, unknownTo } from './flow.ts';
import type { QuestionId } from './list.ts';
import { situationOf } from './situation.ts';

const TODAY = '2026-11-24';
const postpaid = aBrand({}, [
  aProduct({
    billing: {
      installments: fact('due-at-close'),
      earlyTerminationFee: fact({ minUsd: '0.00', maxUsd: '350.00', onlyWithCommitment: true }),
    },
  }),
]);
const prepaid = aBrand({}, [
  aProduct({
    id: 'prepaid',
    service: { hasNumber: true, billing: 'prepaid' },
    billing: { term: fact({ unit: 'month', lengths: [3, 6, 12] }) },
  }),
]);
const travel = aBrand({}, [aProduct({ id: 'esim', service: { hasNumber: false, billing: 'package' } })]);
const two = aBrand({}, [aProduct(), aProduct({ id: 'prepaid', service: { hasNumber: true, billing: 'prepaid' } })]);

const ids = (brand: Brand, answers: Answers = {}): QuestionId[] =>
  questionsFor(brand, answers).map((question) => question.id);

describe('only what matters', () => {
  test('a monthly bill: instalments, deposit, lines, minimum term; no credit', () => {
    expect(ids(postpaid)).toEqual(
      expect.arrayContaining(['installments', 'deposit', 'lines', 'commitment', 'keep', 'role']),
    );
    expect(ids(postpaid)).not.toEqual(expect.arrayContaining(['balance']));
    expect(ids(postpaid)).not.toContain('product');
    expect(ids(postpaid)).not.toContain('autopay');
  });

  test('prepaid: credit, term, automatic payment; no instalments or deposit', () => {
    expect(ids(prepaid)).toEqual(expect.arrayContaining(['balance', 'term', 'autopay']));
    for (const id of ['installments', 'deposit', 'lines', 'commitment', 'role'] as const) {
      expect(ids(prepaid)).not.toContain(id);
    }
  });

  test('a travel eSIM without a number: neither the number nor codes nor a holder', () => {
    for (const id of ['keep', 'codes', 'name', 'role', 'balance', 'term'] as const)
      expect(ids(travel)).not.toContain(id);
    expect(ids(travel)).toEqual(expect.arrayContaining(['autopay', 'price', 'cycle']));
  });

  test('the chosen product decides', () => {
    expect(ids(two)[0]).toBe('product');
    expect(ids(two)).toContain('installments');
    expect(ids(two, { product: 'prepaid' })).not.toContain('installments');
  });

  test('earlier answers decide: abroad already, staying, the only line', () => {
    expect(ids(postpaid, { where: 'cn' })).not.toContain('leaves');
    expect(ids(postpaid, { where: 'us' })).toContain('leaves');
    expect(ids(postpaid, { leaves: 'no' })).not.toContain('returns');
    expect(ids(postpaid, { linesOnAccount: '1' })).not.toContain('role');
  });

  test('fields that depend on an answer of the same page appear with it', () => {
    const place = questionsFor(postpaid, {}).find((question) => question.id === 'place');
    const names = (answers: Answers) => place && shownFields(place, answers).map((field) => field.name);
    expect(names({ where: 'us' })).toEqual(['where', 'zone']);
    expect(names({ where: 'other' })).toEqual(['where', 'country', 'zone']);
  });
});

describe('order', () => {
  test('goes on at the first question without an answer; "I don\'t know" is an answer', () => {
    const questions = questionsFor(postpaid, {});
    const [first, second] = questions;
    expect(firstOpen(questions, {})).toBe(first);
    const answers = first ? unknownTo(first) : {};
    expect(first && isAnswered(first, answers)).toBe(true);
    expect(firstOpen(questions, answers)).toBe(second);
  });

  test('with all answered, stays at the last', () => {
    const questions = questionsFor(travel, {});
    const answers = Object.assign({}, ...questions.map(unknownTo));
    expect(firstOpen(questionsFor(travel, answers), answers)?.id).toBe('bought');
  });
});

describe('the situation', () => {
  test('of no answers names only the line', () => {
    expect(situationOf({ carrier: 'acme', answers: {} }, postpaid, TODAY)).toEqual({
      line: { carrier: 'acme', product: 'postpaid' },
    });
  });

  test('holds every answer in the words of the file format', () => {
    const answers: Answers = {
      where: 'us',
      zone: 'America/Chicago',
      leaves: 'on',
      leavesOn: '2026-12-20',
      until: 'leave',
      returns: 'no',
      keep: 'until',
      keepUntil: '2027-03-01',
      codes: ['bank', 'wechat'],
      monthlyUsd: '70.00',
      cycle: 'day',
      cycleDay: '12',
      depositUsd: '0.00',
      installments: 'yes',
      remainingUsd: '266.72',
      installmentUsd: null,
      creditUsd: '33.34',
      linesOnAccount: '2',
      commitment: 'no',
      bought: 'carrier',
      inNameOf: 'me',
      role: 'primary',
    };
    expect(situationOf({ carrier: 'acme', answers }, postpaid, TODAY)).toEqual({
      line: {
        carrier: 'acme',
        product: 'postpaid',
        monthlyUsd: '70.00',
        cycleDay: 12,
        depositUsd: '0.00',
        installments: { remainingUsd: '266.72', monthlyPromoCreditUsd: '33.34' },
        linesOnAccount: 2,
        serviceCommitment: 'no',
      },
      leavesOn: '2026-12-20',
      needsServiceUntil: '2026-12-20',
      userCountry: 'US',
      userZone: 'America/Chicago',
      number: { keep: 'until', keepUntil: '2027-03-01', codesStillSentHere: ['bank', 'wechat'] },
      bought: { from: 'carrier', inNameOf: 'me' },
      account: { role: 'primary' },
    });
  });

  test('leaves out answers to questions that no longer apply', () => {
    const answers: Answers = { where: 'cn', leaves: 'on', leavesOn: '2026-12-20', balanceUsd: '5.00', until: 'now' };
    expect(situationOf({ carrier: 'acme', answers }, postpaid, TODAY)).toEqual({
      line: { carrier: 'acme', product: 'postpaid' },
      needsServiceUntil: TODAY,
      userCountry: 'CN',
    });
  });

  test('is always one that decide takes, whatever the way through the questions', () => {
    const typed = fc.dictionary(
      fc.constantFrom(
        'where',
        'leaves',
        'until',
        'returns',
        'keep',
        'cycle',
        'installments',
        'autopay',
        'bought',
        'role',
      ),
      fc.constantFrom('us', 'cn', 'other', 'on', 'no', 'leave', 'now', 'until', 'paid', 'day', 'yes', 'gift', 'member'),
    );
    const dates = fc.constantFrom('2026-11-24', '2027-02-28', '2028-02-29');
    fc.assert(
      fc.property(typed, dates, fc.constantFrom(postpaid, prepaid, travel, two), (given, date, brand) => {
        let answers: Answers = {};
        for (let turn = 0; turn < 40; turn += 1) {
          const question = questionsFor(brand, answers).find((own) => !isAnswered(own, answers));
          if (!question) break;
          const page: Answers = {
            ...unknownTo(question),
            ...pageOf(
              question.fields.map((field) => field.name),
              given,
              date,
            ),
          };
          const parsed = shownFields(question, { ...answers, ...page }).map((field) => {
            const result = parseField(field, page[field.name] ?? '', { ...answers, ...page }, TODAY);
            return [field.name, 'value' in result ? result.value : null] as const;
          });
          answers = { ...answers, ...unknownTo(question), ...Object.fromEntries(parsed) };
        }
        const situation = situationOf({ carrier: 'acme', answers }, brand, TODAY);
        expect(parseSituation(JSON.parse(JSON.stringify(situation))).line.carrier).toBe('acme');
      }),
    );
  });
});

function pageOf(names: string[], given: Record<string, string>, date: string): Answers {
  const value = (name: string): string | undefined => {
    if (/On$|keepUntil|paidThrough/.test(name)) return date;
    if (/Usd$/.test(name)) return '12.5';
    return name === 'cycleDay' || name === 'linesOnAccount' ? '3' : given[name];
  };
  return Object.fromEntries(names.flatMap((name) => (value(name) === undefined ? [] : [[name, value(name) ?? '']])));
}
