import { expect, test } from 'vitest';
import { decideSituation } from '../../app/decide.ts';
import { loadMessages } from '../../locale/messages.ts';
import { LANGUAGES, sayer } from '../../locale/say.ts';
import { aBrand, aProduct, fact, memoryCatalog } from '../../testing/catalog.ts';
import { renderDecide } from './render-decide.ts';

const catalog = memoryCatalog([
  aBrand({}, [aProduct({ billing: { effective: fact('end-of-cycle'), proration: fact('none') } })]),
]);
const situations = [
  { line: { carrier: 'acme' }, bought: { from: 'marketplace' } },
  {
    line: {
      carrier: 'acme',
      monthlyUsd: 70,
      cycleDay: 12,
      installments: { remainingUsd: 300, monthlyPromoCreditUsd: 10 },
    },
    number: { keep: 'no', codesStillSentHere: ['bank', 'wechat', 'school', 'government', 'apple', 'google'] },
    leavesOn: '2026-12-20',
  },
];

const columns = (line: string): number =>
  [...line].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);

test.each(LANGUAGES)(
  'a plan in %s fits 80 columns, its addresses apart, and says what comes first',
  async (language) => {
    const say = sayer(language, await loadMessages(language));
    for (const situation of situations) {
      const view = await decideSituation(situation, { catalog, today: '2026-11-24' }, say);
      const text = renderDecide(view, say);
      for (const line of text.split('\n'))
        if (!line.includes('http')) expect(columns(line), line).toBeLessThanOrEqual(82);
      expect(text.split('\n')[1]).toBe(view.summary.slice(0, (text.split('\n')[1] ?? '').length));
      expect(text).not.toMatch(/decide\.|undefined|NaN|null/);
    }
  },
);
