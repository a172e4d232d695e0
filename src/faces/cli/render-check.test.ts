import { describe, expect, test } from 'vitest';
import { checkCarrier } from '../../app/check.ts';
import { loadMessages } from '../../locale/messages.ts';
import { LANGUAGES, type Language, sayer } from '../../locale/say.ts';
import { aBrand, aProduct, aReport, BLOG, fact, memoryCatalog, text } from '../../testing/catalog.ts';
import { renderCheck } from './render-check.ts';
import { columns } from './wrap.ts';

const REPORTS = [aReport(), aReport({ month: '2026-11', minutes: 20, outcome: 'refused', chargeAfterClosing: 'yes' })];
const catalog = memoryCatalog(
  [
    aBrand({ status: fact('closing') }, [
      aProduct({
        online: {
          supported: fact('partial', { confidence: 'conflicting', alternatives: [{ value: 'no', sources: [BLOG] }] }),
          how: fact(text('Sign in and look for the link', '登录后找链接')),
          steps: [
            { kind: 'sign-in', title: text('Sign in', '登录'), detail: fact(null) },
            { kind: 'retention', title: text('A cheaper plan', '便宜套餐'), detail: fact(text('Decline it', '拒绝')) },
          ],
          retention: [fact(text('They offer a month for free', '送一个月'))],
          instead: fact(text('The site offers a call back', '网站可预约回电')),
          exclusions: [fact(text('Business lines', '企业线'))],
          claims: [
            { claim: text('A button exists', '有按钮'), sources: [BLOG], answer: fact(text('It does not', '没有')) },
          ],
        },
        channels: [
          {
            kind: 'phone',
            value: fact('+12025550143'),
            canCancelHere: fact('yes'),
            fromAbroad: fact('yes'),
            voiceMenu: fact(text('Say “cancel”', '说 cancel')),
          },
          { kind: 'email', value: fact('care@acme.example'), canCancelHere: fact('no') },
        ],
        needs: [
          { field: 'account-pin', why: fact(text('To know you', '核对身份')) },
          { field: 'transfer-pin', why: fact(text('To move', '转网用')), routes: ['port-out'] },
        ],
        traps: [fact(text('Sign-in ends with the last line', '最后一条线停止后无法登录'))],
      }),
    ]),
  ],
  undefined,
  { tried: REPORTS },
);

async function rendered(language: Language): Promise<string> {
  const say = sayer(language, await loadMessages(language));
  const request = { carrier: 'acme', product: null, from: 'CN', zone: null, now: '2026-11-24T05:00:00Z' };
  return renderCheck(await checkCarrier(request, catalog, say), say);
}

describe.each(LANGUAGES)('in %s', (language) => {
  test('nothing is wider than 80 columns but addresses, and no code is left', async () => {
    const lines = (await rendered(language)).split('\n');
    expect(lines.filter((line) => columns(line) > 80 && !line.includes('://'))).toEqual([]);
    expect(lines.filter((line) => /(check|need|catalog)\.[a-z]|undefined|\{\w+\}/.test(line))).toEqual([]);
  });
});

test('steps bear their kind where the title does not tell it; what keeps, what is offered and what to press are told', async () => {
  const shown = await rendered('en');
  for (const told of [
    'A cheaper plan (they try to keep you): Decline it',
    'They offer a month for free',
    'The site offers a call back',
    'in the voice menu: Say “cancel”',
  ])
    expect(shown).toContain(told);
  expect(shown).not.toContain('(sign in)');
});

test('what was tried stands in a section of its own', async () => {
  const lines = (await rendered('en')).split('\n');
  const at = lines.findIndex((line) => line.startsWith('What people tried'));
  expect(
    lines
      .slice(at + 1, at + 3)
      .join(' ')
      .replace(/\s+/g, ' '),
  ).toMatch(
    /Phone: tried 2 times, newest November 2026; closed: 1; refused: 1; 20 to 40 minutes; charged after closing: 1/,
  );
});

test('the weightiest comes first, and each page is named once with its date', async () => {
  const shown = await rendered('en');
  const places = [
    'winding down',
    'Partly',
    'Best way now (you are in: China)',
    '+1 202-555-0143',
    'What you will be asked for',
    'Only to take the number',
    'Watch out',
    'Not known or disputed',
    'Other ways',
    'Sources',
  ].map((part) => shown.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(shown.split('https://acme.example/help (2026-10-01)').length).toBe(2);
  expect(shown).toContain('https://blog.example/acme (undated)');
  expect(shown).toContain('other sources say: no');
});
