import { expect, test } from 'vitest';
import { chooseCarrier, forgetDraft, parseDraft, readDraft, saveAnswers } from './draft.ts';

test.each([null, '', '{', 'null', '[]', '{"carrier":7}', '{"carrier":"../x","answers":null}'])(
  'a stored text of %s is an empty draft',
  (text) => {
    expect(parseDraft(text)).toEqual({ carrier: null, answers: {} });
  },
);

test('answers that are no answers are dropped, the others kept', () => {
  const stored = { carrier: 'acme', answers: { keep: 'no', codes: ['bank'], cycle: null, bad: 5, worse: [1] } };
  expect(parseDraft(JSON.stringify(stored))).toEqual({
    carrier: 'acme',
    answers: { keep: 'no', codes: ['bank'], cycle: null },
  });
});

test('another brand asks for its product anew and keeps what is about the person', () => {
  chooseCarrier('acme');
  saveAnswers({ product: 'postpaid', leavesOn: '2026-12-20' });
  chooseCarrier('acme');
  expect(readDraft().answers).toHaveProperty('product', 'postpaid');
  chooseCarrier('other');
  expect(readDraft()).toEqual({ carrier: 'other', answers: { leavesOn: '2026-12-20' } });
  forgetDraft();
  expect(readDraft()).toEqual({ carrier: null, answers: {} });
});
