import { describe, expect, test } from 'vitest';
import { checkCarrier } from '../../app/check.ts';
import { loadMessages } from '../../locale/messages.ts';
import { LANGUAGES, type Language, sayer } from '../../locale/say.ts';
import { aBrand, aProduct, BLOG, fact, memoryCatalog, text } from '../../testing/catalog.ts';
import { renderCheck } from './render-check.ts';
import { columns } from './wrap.ts';

const catalog = memoryCatalog([
  aBrand({ status: fact('closing') }, [
    aProduct({
      online: {
        supported: fact('partial', { confidence: 'conflicting', alternatives: [{ value: 'no', sources: [BLOG] }] }),
        how: fact(text('Sign in and look for the link', '登录后找链接')),
        steps: [{ title: text('Sign in', '登录'), detail: fact(null) }],
        exclusions: [fact(text('Business lines', '企业线'))],
        claims: [
          { claim: text('A button exists', '有按钮'), sources: [BLOG], answer: fact(text('It does not', '没有')) },
        ],
      },
      channels: [
        { kind: 'phone', value: fact('+12025550143'), canCancelHere: fact('yes'), fromAbroad: fact('yes') },
        { kind: 'email', value: fact('care@acme.example'), canCancelHere: fact('no') },
      ],
      needs: [
        { field: 'account-pin', why: fact(text('To know you', '核对身份')) },
        { field: 'transfer-pin', why: fact(text('To move', '转网用')), routes: ['port-out'] },
      ],
      traps: [fact(text('Sign-in ends with the last line', '最后一条线停止后无法登录'))],
    }),
  ]),
]);

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
