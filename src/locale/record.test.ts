import { expect, test } from 'vitest';
import { RECORD_WARNINGS } from '../app/case/answers.ts';
import { CHAIN_PROBLEMS } from '../domain/case/chain.ts';
import { FIELD_PROBLEMS } from '../domain/case/event-fields.ts';
import { DOCUMENT_KINDS, EVENT_TYPES, type EventField, RECORDABLE, RECORDABLE_TYPES } from '../domain/case/events.ts';
import { OBLIGATIONS } from '../domain/case/types.ts';
import { OPTION_KINDS } from '../domain/decide/types.ts';
import en from './en/record.json' with { type: 'json' };
import zh from './zh/record.json' with { type: 'json' };

const fields: readonly EventField[] = RECORDABLE_TYPES.flatMap((type): readonly EventField[] => RECORDABLE[type]);

test.each([
  ['en', en],
  ['zh', zh],
])('whatever a case can hold has its words (%s)', (_, sentences: Record<string, string>) => {
  const codes = [
    ...EVENT_TYPES.flatMap((type) => [`event.${type}`, `do.${type}`]),
    ...['decide', 'prepare', 'request', 'record', 'show', 'export'].map((verb) => `do.${verb}`),
    ...fields.map(({ name }) => `label.${name}`),
    ...fields.flatMap(({ name, values = [] }) => (name === 'via' ? [] : values.map((value) => `value.${value}`))),
    ...[...DOCUMENT_KINDS, ...OPTION_KINDS].map((kind) => `value.${kind}`),
    ...FIELD_PROBLEMS.map((code) => `wrong.${code}`),
    ...[...CHAIN_PROBLEMS, 'situation-unreadable', 'brand-gone'].map((code) => `problem.${code}`),
    ...RECORD_WARNINGS.map((code) => `warning.${code}`),
    ...OBLIGATIONS.map((id) => `obligation.${id}`),
    ...['fact', 'promise', 'yours', 'house'].map((kind) => `ground.${kind}`),
  ];
  expect(codes.filter((code) => !(`record.${code}` in sentences))).toEqual([]);
});
