/** Sentences are looked up by code: one that is missing would show its code to a person. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIELD_PROBLEMS } from '../../domain/case/event-fields.ts';
import { type EventField, RECORDABLE, RECORDABLE_TYPES } from '../../domain/case/events.ts';
import { countCatalog } from '../../domain/catalog/counts.ts';
import {
  BRAND_KINDS,
  BRAND_STATUSES,
  CHANNEL_KINDS,
  CONFIDENCES,
  PUBLISHERS,
  WEEKDAYS,
} from '../../domain/catalog/schema.ts';
import { OPTION_KINDS } from '../../domain/decide/types.ts';
import browser from '../../locale/en/browser.ts';
import web from '../../locale/en/web.json' with { type: 'json' };
import webAct from '../../locale/en/webact.json' with { type: 'json' };
import webCall from '../../locale/en/webcall.json' with { type: 'json' };
import webCase from '../../locale/en/webcase.json' with { type: 'json' };
import { aBrand, aProduct, fact } from '../../testing/catalog.ts';
import { brandRows, channelRows, productGroups } from './brand/facts.ts';
import { TOLD_FIELDS } from './case/told.ts';
import { questionsFor } from './questions/flow.ts';
import { CODE_SERVICES, QUESTION_IDS } from './questions/list.ts';

const sentences: Record<string, string> = { ...web, ...webAct, ...webCall, ...webCase };
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
);
const source = files.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
const missing = (codes: readonly string[]): string[] => codes.filter((code) => !(code in sentences));

test('every code written in full has a sentence', () => {
  const codes = [...source.matchAll(/'(web\.[\w.-]+)'/g)].map((match) => match[1] ?? '');
  expect(codes.length).toBeGreaterThan(80);
  expect(missing(codes)).toEqual([]);
});

test('every sentence is used', () => {
  const starts = [...source.matchAll(/`(web\.[\w.-]*)\$\{/g)].map((match) => match[1] ?? '');
  const shell = readFileSync(join(import.meta.dirname, '../../../vite.config.ts'), 'utf8');
  const unused = Object.keys(sentences).filter((code) => {
    const plain = code.replace(/\.one$/, '');
    return !`${source}${shell}`.includes(`'${plain}'`) && !starts.some((start) => plain.startsWith(start));
  });
  expect(unused).toEqual([]);
});

describe('closed lists', () => {
  const all = aBrand({}, [
    aProduct({
      billing: {
        installments: fact('due-at-close'),
        earlyTerminationFee: fact({ minUsd: '0.00', maxUsd: null, onlyWithCommitment: true }),
      },
      parking: {},
      channels: [{ kind: 'phone', value: fact('+12025550143') }],
    }),
    aProduct({ id: 'web', online: { supported: fact('yes') } }),
    aProduct({ id: 'prepaid', service: { hasNumber: true, billing: 'prepaid' } }),
    aProduct({ id: 'esim', service: { hasNumber: false, billing: 'package' } }),
  ]);

  test.each<[string, string[]]>([
    ['confidence', CONFIDENCES.map((word) => `web.sure.${word}`)],
    ['publishers', PUBLISHERS.map((word) => `web.publisher.${word}`)],
    ['channels', CHANNEL_KINDS.map((word) => `web.channel.${word}`)],
    ['routes', [...CHANNEL_KINDS, 'port-out'].map((word) => `web.route.${word}`)],
    ['statuses', BRAND_STATUSES.map((word) => `web.word.${word}`)],
    ['brand kinds', BRAND_KINDS.map((word) => `web.brandKind.${word}`)],
    ['weekdays', WEEKDAYS.map((word) => `web.day.${word}`)],
    ['options', OPTION_KINDS.map((word) => `web.option.${word}`)],
    ['online', ['yes', 'partial', 'no', 'unknown'].flatMap((word) => [`web.online.${word}`, `web.filter.${word}`])],
    ['questions', QUESTION_IDS.flatMap((id) => [`web.q.${id}`, `web.q.${id}.why`])],
    ['services', CODE_SERVICES.map((word) => `web.f.codes.${word}`)],
    ['obligation states', ['open', 'done', 'not-needed', 'unknown'].map((word) => `web.case.state.${word}`)],
    ['whose turn', ['you', 'carrier', 'bank'].map((word) => `web.case.whose.${word}`)],
    ['what to record', RECORDABLE_TYPES.map((type) => `web.case.about.${type}`)],
    ['strengths', ['short', 'fair', 'long'].map((word) => `web.settings.strength.${word}`)],
    ['field errors', ['missing', 'date', 'too-early', 'money', 'count', 'zone'].map((code) => `web.f.error.${code}`)],
  ])('%s', (_, codes) => {
    expect(missing(codes)).toEqual([]);
  });

  test('every field of an event, and every word it can hold', () => {
    const fields: readonly EventField[] = RECORDABLE_TYPES.flatMap((type) => [...RECORDABLE[type]]);
    const codes = fields.flatMap(({ name, kind, values = [] }) => [
      `record.label.${name}`,
      ...(kind === 'one-of'
        ? values.map((word) => (name === 'via' ? `check.kind.${word}` : `record.value.${word}`))
        : []),
    ]);
    expect(
      [...codes, ...FIELD_PROBLEMS.map((code) => `record.wrong.${code}`)].filter((code) => !(code in browser)),
    ).toEqual([]);
  });

  test('every field of what was told, and its options', () => {
    const codes = TOLD_FIELDS.flatMap(({ label, options = [] }) => [label, ...options.map((option) => option.label)]);
    expect(codes.filter((code) => !(code in browser))).toEqual([]);
  });

  test('every field and option of every question', () => {
    const answers = [{}, { leaves: 'on' }, { product: 'prepaid' }, { product: 'esim' }];
    const fields = answers.flatMap((given) => questionsFor(all, given).flatMap((question) => question.fields));
    const codes = fields.flatMap((field) => [
      `web.f.${field.name}`,
      ...('options' in field && !['product', 'termMonths'].includes(field.name)
        ? field.options.map((option) => `web.f.${field.name}.${option}`)
        : []),
    ]);
    expect(missing(codes)).toEqual([]);
  });

  test('every field of the coverage', () => {
    const { coverage } = countCatalog([all], []);
    const fields = coverage.map(({ field }) => field);
    const codes = fields.flatMap((field) => [
      `web.group.${field.split('.')[0]}`,
      ...(field.includes('.') ? [`web.fact.${field}`] : []),
    ]);
    expect(fields.length).toBeGreaterThan(40);
    expect(missing(codes)).toEqual([]);
  });

  test('every fact of a brand page, and its group', () => {
    const groups = all.products.flatMap(productGroups);
    const [product] = all.products;
    const channel = { kind: 'phone', value: fact('+12025550143') } as NonNullable<typeof product>['channels'][number];
    const rows = [...brandRows(all, String), ...channelRows(channel), ...groups.flatMap((group) => group.rows)];
    expect(
      missing([...rows.map((row) => `web.fact.${row.label}`), ...groups.map((group) => `web.group.${group.id}`)]),
    ).toEqual([]);
  });
});
