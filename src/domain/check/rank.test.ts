import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOG, fact, PAGE } from '../../testing/catalog.ts';
import type { Channel } from '../catalog/schema.ts';
import { CHANNEL_KINDS } from '../catalog/schema.ts';
import { checkChannels } from './channels.ts';
import type { CheckedChannel } from './types.ts';

const AT = Date.parse('2026-11-24T12:00:00Z');
const viewer = (abroad: boolean) => ({ zone: 'Asia/Shanghai', abroad, at: AT, domains: ['acme.example'] });

type Over = {
  kind?: Channel['kind'];
  cancel?: 'yes' | 'no' | null;
  abroad?: 'yes' | 'no' | null;
  sources?: (typeof PAGE)[];
};
function channel(value: string, { kind = 'phone', cancel = null, abroad = null, sources = [PAGE] }: Over): Channel {
  const confidence = sources.every(({ publisher }) => publisher === 'official') ? 'official' : 'secondary';
  return {
    kind,
    value: fact(value, { sources, confidence }),
    canCancelHere: fact(cancel),
    fromAbroad: fact(abroad),
  } as Channel;
}
const order = (channels: Channel[], abroad = true): (string | null)[] =>
  checkChannels(channels, viewer(abroad)).map(({ value }) => value);
const codes = (one: CheckedChannel | undefined): string[] => (one?.rank ?? []).map(({ code }) => code);

const FORUM = { ...BLOG, url: 'https://forum.example/t/1', publisher: 'forum' as const };
const ABROAD_LINE = channel('+12025550101', { cancel: 'yes', abroad: 'yes', sources: [BLOG, FORUM] });
const TOLL_FREE = channel('+18005550102', { cancel: 'yes', abroad: 'no' });
const MAYBE_REACHED = channel('+12025550103', { cancel: 'yes' });
const CHAT = channel('Chat', { kind: 'chat', abroad: 'yes' });
const STORE = channel('Shop', { kind: 'store', cancel: 'yes' });
const WEB = channel('https://acme.example/', { kind: 'online', cancel: 'no', abroad: 'yes' });

describe('the order', () => {
  const all = [WEB, STORE, TOLL_FREE, CHAT, MAYBE_REACHED, ABROAD_LINE];

  test('from abroad: ends it and is reached, may be reached, may end it, is not reached, store, cannot end it', () => {
    expect(order(all)).toEqual([ABROAD_LINE, MAYBE_REACHED, CHAT, TOLL_FREE, STORE, WEB].map((one) => one.value.value));
  });

  test('from the US a toll-free number is as good as any, and official pages go first', () => {
    expect(order(all, false)).toEqual(
      [STORE, TOLL_FREE, MAYBE_REACHED, ABROAD_LINE, CHAT, WEB].map((one) => one.value.value),
    );
  });

  test('equal channels keep the order of the catalog', () => {
    expect(order([channel('b', { cancel: 'yes' }), channel('a', { cancel: 'yes' })])).toEqual(['b', 'a']);
  });

  test('a program is no better than a page', () => {
    const api = channel('https://acme.example/api', { kind: 'api', cancel: 'yes', abroad: 'yes' });
    const page = channel('https://acme.example/p', { kind: 'online', cancel: 'yes', abroad: 'yes' });
    expect(order([api, page])).toEqual(['https://acme.example/p', 'https://acme.example/api']);
  });
});

describe('a number of which only one blog tells', () => {
  const rumour = channel('+12025550199', { cancel: 'yes', abroad: 'yes', sources: [BLOG] });

  test('is shown as unverified, not offered for dialling, and goes after the others that may end the line', () => {
    const ranked = checkChannels([rumour, CHAT, WEB], viewer(true));
    expect(ranked.map(({ value }) => value)).toEqual(['Chat', '+12025550199', 'https://acme.example/']);
    expect(ranked[1]).toMatchObject({ verified: false, dial: false });
    expect(codes(ranked[1])).toContain('value-unverified');
  });

  test('two different sites verify it, two pages of one site do not', () => {
    const told = (url: string) => ({ ...BLOG, url });
    const read = (urls: string[]) =>
      checkChannels([channel('+12025550199', { sources: urls.map(told) })], viewer(true))[0];
    expect(read(['https://a.example/1', 'https://b.example/1'])).toMatchObject({ verified: true, dial: true });
    expect(read(['https://a.example/1', 'https://www.a.example/2'])).toMatchObject({ verified: false, dial: false });
  });

  test('an address on the own domain of the brand is verified whoever tells of it', () => {
    const read = (kind: Channel['kind'], value: string) =>
      checkChannels([channel(value, { kind, sources: [BLOG] })], viewer(true))[0];
    expect(read('email', 'care@acme.example')?.verified).toBe(true);
    expect(read('online', 'https://my.acme.example/x')?.verified).toBe(true);
    expect(read('online', 'https://acme.example.evil.example/')?.verified).toBe(false);
    expect(read('email', 'acme.example@evil.example')?.verified).toBe(false);
  });
});

test('a short code is not offered for dialling from abroad', () => {
  const code = channel('611', { cancel: 'yes' });
  expect(checkChannels([code], viewer(true))[0]?.dial).toBe(false);
  expect(checkChannels([code], viewer(false))[0]?.dial).toBe(true);
});

test('sources that disagree on whether it ends the line make that unknown', () => {
  const one = {
    ...CHAT,
    canCancelHere: fact('yes', { confidence: 'conflicting', alternatives: [{ value: 'no', sources: [BLOG] }] }),
  };
  const [ranked] = checkChannels([one as Channel], viewer(true));
  expect(ranked).toMatchObject({ canCancelHere: 'unknown', support: { canCancelHere: { confidence: 'conflicting' } } });
  expect(codes(ranked)).toContain('may-cancel');
});

test('old and undated pages are told apart', () => {
  const dated = (pageDate: string | null) =>
    checkChannels([channel('x', { sources: [{ ...PAGE, pageDate }] })], viewer(true))[0];
  expect(codes(dated(null))).toContain('page-undated');
  expect(codes(dated('2026-05-20'))).toContain('page-old');
  expect(dated('2026-06-10')?.stale).toBe(false);
  expect(dated('2026')?.stale).toBe(false);
});

describe('whatever the channels', () => {
  const tri = fc.constantFrom('yes' as const, 'no' as const, null);
  const any = fc.record({
    kind: fc.constantFrom(...CHANNEL_KINDS),
    cancel: tri,
    abroad: tri,
    sources: fc.constantFrom<(typeof PAGE)[]>([PAGE], [BLOG], [BLOG, FORUM], []),
  });
  const some = fc.array(any, { maxLength: 12 }).map((list) => list.map((over, i) => channel(`v${i}`, over)));

  test('none is lost, and what cannot end the line stands under everything that can', () => {
    fc.assert(
      fc.property(some, fc.boolean(), (channels, abroad) => {
        const ranked = checkChannels(channels, viewer(abroad));
        expect(ranked.map(({ value }) => value).sort()).toEqual(channels.map(({ value }) => value.value).sort());
        const firstCannot = ranked.findIndex(({ canCancelHere }) => canCancelHere === 'no');
        if (firstCannot >= 0)
          expect(ranked.slice(firstCannot).every(({ canCancelHere }) => canCancelHere === 'no')).toBe(true);
        expect(ranked.every(({ rank }) => rank.length > 0)).toBe(true);
      }),
    );
  });

  test('the order of two does not depend on the others, and ranking again changes nothing', () => {
    fc.assert(
      fc.property(some, fc.boolean(), (channels, abroad) => {
        const whole = order(channels, abroad);
        const half = channels.filter((_, i) => i % 2 === 0);
        const names = half.map(({ value }) => value.value);
        expect(order(half, abroad)).toEqual(whole.filter((value) => names.includes(value)));
        const again = whole
          .map((value) => channels.find((one) => one.value.value === value))
          .filter((one) => one !== undefined);
        expect(order(again, abroad)).toEqual(whole);
      }),
    );
  });
});
