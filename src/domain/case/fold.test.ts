import { expect, test } from 'vitest';
import { eventsOf, type Row, stateOf } from './examples.ts';

const note = (note: string): Row => ['note-added', '2026-12-01', { note }];
const undo = (event: number): Row => ['corrected', '2026-12-02', { event }];
const notes = (rows: Row[]): unknown[] =>
  stateOf(rows)
    .all('note-added')
    .map(({ data }) => data.note);

test('what was taken back does not count', () => {
  expect(notes([note('a'), note('b'), undo(1)])).toEqual(['b']);
  expect(stateOf([note('a'), undo(1)]).last('note-added')).toBeNull();
});

test('a correction taken back restores, and taken back again it does not', () => {
  expect(notes([note('a'), undo(1), undo(2)])).toEqual(['a']);
  expect(notes([note('a'), undo(1), undo(2), undo(3)])).toEqual([]);
});

test('a correction of something later, of itself or of nothing has no effect', () => {
  expect(notes([undo(2), note('a'), undo(3), undo(99)])).toEqual(['a']);
});

test('events keep their order and their places', () => {
  const { events } = stateOf([note('a'), note('b'), note('c'), undo(2)]);
  expect(events.map(({ seq }) => seq)).toEqual([1, 3, 4]);
  expect(eventsOf([note('a')])[0]?.seq).toBe(1);
});
