import { expect, test } from 'vitest';
import { speakingOfUs } from './own-name.ts';
import type { OnlineGoal, PageSnapshot } from './types.ts';

const GOAL: OnlineGoal = {
  purpose: 'cancel',
  carrier: { slug: 'seen', names: ['Seen', 'C&C (Mobile)'], officialDomains: [] },
  msisdn: null,
  marks: [],
  knownSteps: [{ title: 'Leave Seen', detail: null }],
  endOn: null,
  today: '2026-11-25',
  zone: 'America/New_York',
};

function headingRead(text: string): string | undefined {
  const snapshot: PageSnapshot = {
    url: 'https://seen.example/',
    title: '',
    lang: null,
    text: '',
    headings: [{ level: 1, text }],
    controls: [],
    modal: false,
    unreadFrames: [],
    busy: false,
  };
  return speakingOfUs(snapshot, GOAL).snapshot.headings[0]?.text;
}

test.each([
  ['Leave Seen', 'Leave us'],
  ['Are you leaving SEEN?', 'Are you leaving us?'],
  ['Part ways with C&C (Mobile) today', 'Part ways with us today'],
  ['Offers not yet seen', 'Offers not yet seen'],
  ['Leave Seenable', 'Leave Seenable'],
])('%j is read as %j', (written, read) => {
  expect(headingRead(written)).toBe(read);
});

test('the steps of the catalog are read alike', () => {
  const empty = {
    url: '',
    title: '',
    lang: null,
    text: '',
    headings: [],
    controls: [],
    modal: false,
    unreadFrames: [],
    busy: false,
  };
  expect(speakingOfUs(empty, GOAL).goal.knownSteps).toEqual([{ title: 'Leave us', detail: null }]);
});
