import { describe, expect, test } from 'vitest';
import {
  CONTACT_CODES,
  OPTION_KINDS,
  QUESTION_CODES,
  TIMELINE_REASONS,
  UNKNOWN_CODES,
  WARNING_CODES,
  WHY_CODES,
} from '../domain/decide/types.ts';
import { DECIDING_FACTS, DECIDING_FIELDS } from '../domain/decide/unknowns.ts';
import { SimoffError } from '../domain/errors.ts';
import { loadMessages } from '../locale/messages.ts';
import { LANGUAGES, sayer } from '../locale/say.ts';
import { aBrand, aProduct, fact, memoryCatalog } from '../testing/catalog.ts';
import { decideSituation, SITUATION_PROBLEMS } from './decide.ts';

const catalog = memoryCatalog([
  aBrand({}, [
    aProduct({
      billing: { effective: fact('end-of-cycle'), proration: fact('none'), installments: fact('none') },
      portOut: { locks: [{ name: 'Number Lock', mustBeOff: true, where: fact({ en: 'app', zh: '应用' }) }] },
    }),
    aProduct({ id: 'data', service: { hasNumber: false, billing: 'prepaid' } }),
  ]),
  aBrand({ slug: 'barn', kind: 'number-parking', name: { en: 'Barn', zh: '谷仓' } }, [
    aProduct({ parking: { portInFeeUsd: fact('5.00'), monthlyUsd: fact('2.00') } }),
  ]),
]);
const TODAY = { catalog, today: '2026-11-24' };
const situation = {
  line: { carrier: 'acme', product: 'postpaid', monthlyUsd: 70, cycleDay: 12, paidThrough: '2026-12-11' },
  number: { keep: 'no', codesStillSentHere: ['bank', 'my club'] },
};

describe.each(LANGUAGES)('in %s', (language) => {
  test('every code of the closed lists has its sentence', async () => {
    const messages = await loadMessages(language);
    const keys = [
      ...OPTION_KINDS.flatMap((code) => [`decide.option.${code}`, `decide.summary.${code}`]),
      ...WHY_CODES.map((code) => `decide.why.${code}`),
      ...TIMELINE_REASONS.map((code) => `decide.timeline.${code}`),
      ...WARNING_CODES.map((code) => `decide.warning.${code}`),
      ...QUESTION_CODES.map((code) => `decide.question.${code}`),
      ...UNKNOWN_CODES.map((code) => `decide.unknown.${code}`),
      ...CONTACT_CODES.map((code) => `decide.contact.${code}`),
      ...SITUATION_PROBLEMS.map((code) => `decide.problem.${code}`),
      ...[...DECIDING_FACTS, ...DECIDING_FIELDS].map((field) => `decide.field.${field}`),
    ];
    expect(keys.filter((key) => !(key in messages))).toEqual([]);
  });

  test('the answer has its dates and sums as text, and no sentence has a hole', async () => {
    const say = sayer(language, await loadMessages(language));
    const view = await decideSituation(situation, TODAY, say);
    expect(view).toMatchObject({ carrier: 'acme', product: 'postpaid', recommended: 'cancel', horizon: '2027-11-24' });
    expect(view.options[0]).toMatchObject({
      kind: 'cancel',
      target: null,
      feasible: true,
      actOn: '2026-11-24',
      lastDayToAct: '2026-12-11',
      endsOn: '2026-12-11',
      cost: { minUsd: '0.00', maxUsd: '0.00' },
    });
    expect(view.options.find(({ target }) => target === 'barn')?.timeline[0]).toMatchObject({
      date: '2026-11-24',
      amountUsd: '5.00',
      reason: 'port-in-fee',
      lostUsd: null,
    });
    const texts = [
      view.summary,
      ...view.options.flatMap(({ why, warnings, timeline }) => [
        why,
        ...warnings.map(({ message }) => message),
        ...timeline.map(({ text }) => text),
      ]),
      ...view.questionsForCarrier.map(({ question }) => question),
      ...view.unknowns.map(({ message }) => message),
    ];
    for (const text of texts) expect(text).not.toMatch(/decide\.|\{|undefined|null|NaN/);
  });
});

test('services are named in the language, whatever else was written stays', async () => {
  const say = sayer('zh', await loadMessages('zh'));
  const { options } = await decideSituation(situation, TODAY, say);
  expect(options[0]?.warnings.find(({ code }) => code === 'move-codes-first')?.message).toContain('银行、my club');
});

describe('what is refused', () => {
  const refusal = async (input: unknown): Promise<SimoffError> => {
    const say = sayer('zh', await loadMessages('zh'));
    return decideSituation(input, TODAY, say).then(
      () => expect.fail('it was taken'),
      (error) => error as SimoffError,
    );
  };

  test.each<[unknown, string]>([
    [{ line: { carrier: 'acne' } }, 'unknown-carrier'],
    [{ line: { carrier: 'acme', product: 'gold' } }, 'unknown-product'],
    [{ line: { carrier: 'acme', monthlyUsd: '-1' } }, 'situation-field'],
  ])('%j', async (input, code) => {
    const error = await refusal(input);
    expect(error).toBeInstanceOf(SimoffError);
    expect(error.code).toBe(code);
  });

  test('the sentence of a wrong field says what is wrong with it', async () => {
    const error = await refusal({ line: { carrier: 'acme', monthlyUsd: '-1' } });
    expect(error.facts).toMatchObject({ path: 'line.monthlyUsd', what: '金额不能是负数' });
  });
});

test('a PIN in the place of a carrier or a product is not repeated', async () => {
  const say = sayer('en', await loadMessages('en'));
  for (const line of [{ carrier: '482915' }, { carrier: 'acme', product: 'pin 4829' }]) {
    const failed = await decideSituation({ line }, TODAY, say).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: expect.stringMatching(/^unknown-/) });
    expect(JSON.stringify((failed as SimoffError).facts)).not.toMatch(/\d{4}/);
  }
});

test('one day to act is named once, and a plan without a ceiling says that it is not settled', async () => {
  const say = sayer('en', await loadMessages('en'));
  const { summary } = await decideSituation({ line: { carrier: 'acme' } }, TODAY, say);
  expect(summary).toMatch(/^Not settled yet/);
  expect(summary.match(/2026-11-24/g)).toHaveLength(1);
});

test('a Latin name stands apart in a Chinese sentence', async () => {
  const say = sayer('zh', await loadMessages('zh'));
  const keep = { ...situation, number: { keep: 'forever' } };
  const { questionsForCarrier } = await decideSituation(keep, TODAY, say);
  expect(questionsForCarrier.map(({ question }) => question).join('')).not.toMatch(/[\u4e00-\u9fff][A-Za-z]/);
});
