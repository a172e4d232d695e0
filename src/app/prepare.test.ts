import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yamlCatalog } from '../adapters/catalog-yaml/source.ts';
import { OPTION_KINDS } from '../domain/decide/types.ts';
import { CHECKLIST_SECTIONS, MISSING_FIELDS, SCRIPT_SECTIONS } from '../domain/prepare/types.ts';
import { loadMessages } from '../locale/messages.ts';
import { LANGUAGES, type Language, sayer } from '../locale/say.ts';
import { aBrand, aProduct, BLOG, fact, text } from '../testing/catalog.ts';
import { CASE, preparing } from '../testing/prepare.ts';
import { type PrepareInput, type PrepareView, prepareCase } from './prepare.ts';
import { emailBody, escaped } from './prepare-text.ts';
import { MESSAGE_LIMIT } from './prepare-words.ts';

const says = { en: sayer('en', await loadMessages('en')), zh: sayer('zh', await loadMessages('zh')) };
const catalog = yamlCatalog(new URL('../../catalog', import.meta.url).pathname);
const { brands, targets } = await catalog.index();
const rules = await catalog.rules();
const real = async (slug: string) => {
  const brand = await catalog.brand(slug);
  if (!brand) throw new Error('a brand of the catalog');
  return brand;
};

const made = (input: PrepareInput, language: Language = 'en'): PrepareView => prepareCase(input, says, language);
const names = ({ documents }: PrepareView): string[] => documents.map(({ name }) => name);
function file(view: PrepareView, name: string): string {
  const found = view.documents.find((document) => document.name === name);
  if (!found) throw new Error(`no ${name} among ${names(view).join(', ')}`);
  return found.text;
}
const fields = ({ missing }: PrepareView): string[] => missing.map(({ field }) => field);

const HOLDER = {
  name: 'Wei Zhang',
  nameZh: '张伟',
  address: ['12 Example St', 'Los Angeles, CA 90001'],
  state: 'CA',
  email: 'wei@example.com',
};
/** A code without its sentence, a hole nobody filled, a value that is none. */
const BARE = /\b(prepare|need|decide|check)\.[a-z]|[{]\w+[}]|\bundefined\b|\bnull\b[^,]/;
const SPOKEN = ['account-pin', 'security-pin', 'one-time-code', 'login', 'ssn-last4', 'transfer-pin', 'api-key'];

describe('with the catalog as it is', async () => {
  const tmobile = preparing(
    { brand: await real('t-mobile'), kind: 'cancel', rules, targets },
    {
      holder: HOLDER,
      account: { role: 'primary', number: '998877' },
      line: {
        product: 'postpaid',
        msisdn: '+12025550143',
        monthlyUsd: '70.00',
        cycleDay: 12,
        paidThrough: '2026-12-11',
        autopay: true,
        depositUsd: '50.00',
        linesOnAccount: 3,
      },
      leavesOn: '2026-12-20',
      needsServiceUntil: '2026-12-20',
      userZone: 'Asia/Shanghai',
      number: { keep: 'no', codesStillSentHere: ['wechat', 'my club', 'bank'] },
      payment: 'us-debit',
    },
  );

  test('T-Mobile on a monthly bill: the letter names line, holder, request, dates and this line only', () => {
    const view = made(tmobile);
    expect(names(view)).toEqual([
      'checklist.md',
      'call-script.md',
      'chat.txt',
      'email.txt',
      'letter.txt',
      'store-visit.md',
      'refund-request.txt',
      'autopay-withdrawal.txt',
      'stop-payment.txt',
    ]);
    expect(fields(view)).toEqual(['account-pin']);
    const letter = file(view, 'letter.txt');
    for (const part of [
      'November 25, 2026',
      'T-Mobile Customer Relations\nP.O. Box 37380\nAlbuquerque, NM 87176-7380',
      'phone number +1 202-555-0143',
      'Account number: 998877',
      'Account holder: Wei Zhang',
      'Please cancel the line with phone number +1 202-555-0143 at the end of the billing cycle that ends on January 11, 2027.',
      'the other lines on the account (2) stay as they are',
      'deposit of $50.00',
      '12 CFR 1005.10(c)',
      'Wei Zhang\n张伟\n',
    ])
      expect(letter).toContain(part);
    expect(letter).not.toMatch(/17600|425|\[/);
  });

  test('the call script dials the number for abroad first, in two clocks, and not the one a blog names', () => {
    const script = file(made(tmobile), 'call-script.md');
    const dialled = [...script.matchAll(/Dial (\S+ \S+)/g)].map((match) => match[1]);
    expect(dialled).toEqual(['+1 505-998-3793', '+1 800-937-8997']);
    expect(script).toContain('(America/Los_Angeles). In your time (Asia/Shanghai): 20:00–13:00 (+1).');
  });

  test('the checklist begins with the money and moves the bank first', () => {
    const { checklist } = made(tmobile);
    expect(checklist.sections.map(({ id }) => id)).toEqual(['money', 'number', 'needs', 'request', 'careful', 'after']);
    const moves = checklist.sections[1]?.items.map((item) => item.text.match(/Move .*: (.*)\./)?.[1]);
    expect(moves?.filter(Boolean)).toEqual(['bank', 'WeChat', 'my club']);
  });

  test('AT&T data line without a number: what is not told is a gap and an entry, with the catalog’s reason', async () => {
    const view = made(
      preparing({ brand: await real('att'), kind: 'cancel', rules }, { line: { product: 'data-only' } }),
    );
    expect(names(view)).toEqual(['checklist.md', 'online-steps.md', 'call-script.md', 'email.txt', 'letter.txt']);
    expect(fields(view)).toEqual(['msisdn', 'holder-name', 'account-pin', 'account-number', 'email']);
    const letter = file(view, 'letter.txt');
    for (const gap of [
      '[your phone number]',
      "[account holder's name]",
      '[your account number]',
      '[your e-mail address]',
    ])
      expect(letter).toContain(gap);
    expect(letter).toContain('[the carrier’s postal address: take it from your bill or contract]');
    expect(view.missing[0]?.why).toMatch(/number of its own/);
  });

  test('Verizon prepaid runs out: renewal off, nothing cancelled, the seller first', async () => {
    const input = preparing(
      { brand: await real('verizon'), kind: 'let-lapse', rules },
      {
        holder: { name: 'Li Na' },
        line: { product: 'prepaid', msisdn: '2025550101', paidThrough: '2026-12-05', balanceUsd: '12.50' },
        bought: { from: 'marketplace', seller: '小明数码', inNameOf: 'seller' },
      },
    );
    const view = made(input);
    expect(names(view)).toEqual(['checklist.md', 'seller-message.txt', 'call-script.md', 'email.txt']);
    expect(file(view, 'email.txt')).toContain('switch off automatic payment and every automatic renewal');
    expect(file(view, 'email.txt')).not.toContain('Please cancel');
    expect(file(view, 'seller-message.txt')).toContain('Hello 小明数码,');
    expect(fields(view)).toContain('order-number');
    const [money] = view.checklist.sections;
    expect(money?.items.map((item) => item.text).join()).toMatch(/\$12\.50.*not paid back. Use it up/);
  });

  test('Mint, the number moves: account number and PIN, locks, and nothing is cancelled', async () => {
    const view = made(
      preparing(
        { brand: await real('mint-mobile'), kind: 'port-out', rules, targets },
        {
          line: { product: 'prepaid', msisdn: '+12025550177' },
          number: { keep: 'forever' },
        },
      ),
    );
    expect(names(view)).toEqual(['checklist.md', 'call-script.md', 'chat.txt', 'email.txt', 'port-sheet.md']);
    const email = file(view, 'email.txt');
    expect(email).toContain('Please do not cancel anything.');
    expect(email).toContain('Do not send the PIN itself in a message.');
    expect(email).toContain('An unpaid balance is no reason to refuse the move');
    expect(file(view, 'checklist.md')).toContain('A cancelled number cannot be moved');
  });

  test('Airalo: a refund by order and ICCID, no hotline script, no letter', async () => {
    const view = made(
      preparing(
        { brand: await real('airalo'), kind: 'cancel', rules },
        {
          holder: { name: 'Zhao Min', email: 'zm@example.com', state: 'NY' },
          line: { iccid: '8901260…4321', autopay: true },
        },
      ),
    );
    expect(names(view)).toEqual(['checklist.md', 'online-steps.md', 'chat.txt', 'email.txt']);
    expect(fields(view)).toEqual(['order-number']);
    const email = file(view, 'email.txt');
    expect(email).toContain('Please refund the eSIM package with ICCID 8901260…4321');
    expect(email).toContain('N.Y. Gen. Bus. Law 527, 527-a');
    expect(email).not.toMatch(/Account number|Please cancel/);
  });

  test.each(brands.map(({ slug }) => slug))(
    '%s: every product and option reads without holes or bare codes',
    async (slug) => {
      const brand = await real(slug);
      for (const product of brand.products) {
        for (const kind of OPTION_KINDS) {
          for (const situation of [{}, { holder: HOLDER, bought: { from: 'gift', inNameOf: 'other' } }]) {
            const input = preparing({ brand, kind, rules, targets }, { ...situation, line: { product: product.id } });
            for (const language of LANGUAGES) {
              const view = made(input, language);
              const all = JSON.stringify([view.documents, view.missing]);
              expect(all, `${product.id} ${kind} ${language}`).not.toMatch(BARE);
              for (const { text: body, name } of view.documents) expect(body, name).toContain(CASE);
            }
          }
        }
      }
    },
  );
});

/** Every kind of channel, in an invented brand. */
const channel = (kind: string, value: string, over: object = {}) => ({
  kind,
  value: fact(value),
  canCancelHere: fact('yes'),
  ...over,
});
const acme = aBrand({ officialDomains: fact(['acme.example']) }, [
  aProduct({
    billing: { effective: fact('choice') },
    suspend: { available: fact('yes') },
    channels: [
      channel('phone', '+12025550100', { voiceMenu: fact(text('Say "cancel".', '说“cancel”。')) }),
      channel('chat', 'acme.example/chat'),
      channel('social', '@acme'),
      channel('email', 'care@acme.example'),
      channel('letter', 'Acme Care, 1 Main St, Springfield, IL 62701'),
      channel('store', 'Acme store'),
    ],
  }),
]);

describe('with an invented brand', () => {
  test('every channel there is gets its document', () => {
    const view = made(preparing({ brand: acme, kind: 'cancel' }));
    expect(names(view)).toEqual([
      'checklist.md',
      'call-script.md',
      'chat.txt',
      'direct-message.txt',
      'email.txt',
      'letter.txt',
      'store-visit.md',
    ]);
    expect(file(view, 'email.txt')).toMatch(/^To: care@acme.example\nSubject: /);
    const email = view.email;
    expect(email && `To: ${email.to}\nSubject: ${email.en.subject}\n\n${emailBody(email.en)}`).toBe(
      file(view, 'email.txt'),
    );
    expect(file(view, 'letter.txt')).toContain('Acme Care\n1 Main St\nSpringfield, IL 62701\n');
    expect(file(view, 'call-script.md')).toContain('In the voice menu: Say "cancel".');
  });

  test('a first direct message names no number, no account and no card', () => {
    const { dm } = made(
      preparing(
        { brand: acme, kind: 'cancel' },
        {
          holder: HOLDER,
          account: { number: '998877' },
          line: { msisdn: '+12025550143', iccid: '8901260123456789012' },
        },
      ),
    );
    expect(dm?.en[0]).not.toMatch(/998877|0143|8901260|Wei/);
    expect(dm?.en.slice(1).join()).toContain('+1 202-555-0143');
  });

  test('nothing is known of the channels: a script without a number, and the written record', () => {
    const brand = aBrand({ officialDomains: fact(['acme.example']) });
    const view = made(preparing({ brand, kind: 'cancel' }));
    expect(names(view)).toEqual(['checklist.md', 'call-script.md', 'chat.txt', 'email.txt', 'letter.txt']);
    expect(file(view, 'call-script.md')).toContain('Take it from the carrier’s own site, acme.example');
    expect(file(view, 'call-script.md')).not.toMatch(/^- Dial/m);
  });

  test('a number or an address that one blog names is not handed on', () => {
    const blog = { sources: [BLOG], confidence: 'secondary' };
    const brand = aBrand({}, [
      aProduct({
        channels: [
          { kind: 'phone', value: fact('+12025550199', blog) },
          { kind: 'letter', value: fact('Somewhere, 1 Main St', blog) },
        ],
      }),
    ]);
    const all = JSON.stringify(made(preparing({ brand, kind: 'cancel' })).documents);
    expect(all).not.toMatch(/202-555-0199|Somewhere/);
  });

  test('a channel that does not cancel gets no document, except the letter for the record', () => {
    const no = { canCancelHere: fact('no') };
    const brand = aBrand({}, [
      aProduct({ channels: [channel('email', 'legal@acme.example', no), channel('phone', '+12025550100', no)] }),
    ]);
    expect(names(made(preparing({ brand, kind: 'cancel' })))).toEqual(['checklist.md', 'letter.txt']);
  });

  test('suspend asks for dates and keeps the number; keep is a checklist alone', () => {
    const suspended = made(preparing({ brand: acme, kind: 'suspend', from: 'US' }, { returnsOn: '2027-02-01' }));
    expect(file(suspended, 'letter.txt')).toMatch(/Please suspend the line with .* until February 1, 2027\./);
    expect(file(suspended, 'letter.txt')).toContain('not to be cancelled');
    const kept = made(preparing({ brand: acme, kind: 'keep' }));
    expect(kept.documents.map(({ name, purpose }) => [name, purpose])).toEqual([['checklist.md', null]]);
    expect(kept.missing).toEqual([]);
  });

  test('a business account is not called a household, and its manager speaks', () => {
    const brand = aBrand({}, [aProduct({ service: { hasNumber: true, billing: 'postpaid', forBusiness: true } })]);
    const view = made(preparing({ brand, kind: 'cancel' }, { holder: HOLDER }));
    expect(file(view, 'letter.txt')).toContain('I manage this business account.');
  });

  test('the reading copy stands below, marked, and only for a reader of Chinese', () => {
    const input = preparing({ brand: acme, kind: 'cancel' }, { holder: HOLDER });
    for (const name of ['email.txt', 'letter.txt', 'chat.txt', 'direct-message.txt']) {
      const zh = file(made(input, 'zh'), name);
      expect(zh, name).toContain('中文对照，只给自己看，不要发出去');
      expect(file(made(input), name), name).not.toContain('中文对照');
    }
    const letter = file(made(input, 'zh'), 'letter.txt');
    expect(letter.split('----------------------------------------')[0]).toBe(
      file(made(input), 'letter.txt').replace(/\n$/, '\n\n'),
    );
  });
});

describe('rights', () => {
  const brand = (kind: string) => aBrand({ kind }, [aProduct({ service: { hasNumber: false, billing: 'prepaid' } })]);
  const told = { holder: { ...HOLDER, state: 'NY' }, line: { autopay: true }, payment: 'us-debit' };
  const letterOf = (kind: string, over: object = {}, changed = rules): string =>
    file(made(preparing({ brand: brand(kind), kind: 'cancel', rules: changed }, { ...told, ...over })), 'letter.txt');

  test('a carrier is not threatened with a law of which it may be exempt', () => {
    expect(letterOf('mvno')).not.toMatch(/527|renewal gives/);
    expect(letterOf('travel-esim')).toContain('New York law on automatic renewal');
    expect(letterOf('travel-esim', { holder: HOLDER })).not.toMatch(/renewal gives|17600/);
  });

  test('a rule that is vacated, unclear or disputed is never named', () => {
    for (const state of ['vacated', 'adopted-not-binding', 'unclear', 'disputed', 'contract'] as const) {
      const changed = rules.map((rule) => ({ ...rule, state }));
      expect(letterOf('travel-esim', {}, changed)).not.toMatch(/527|1005|16 CFR/);
    }
    const unsure = rules.map((rule) => ({ ...rule, confidence: 'conflicting' as const }));
    expect(letterOf('travel-esim', {}, unsure)).not.toMatch(/527|1005/);
  });

  test('the bank’s duty is named for a US debit card with automatic payment alone', () => {
    expect(letterOf('mvno')).toContain('12 CFR 1005.10(c)');
    expect(letterOf('mvno', { payment: 'cn-card' })).not.toContain('1005');
    expect(letterOf('mvno', { line: { autopay: false } })).not.toContain('1005');
  });
});

/** Names as somebody may type them to break a letter, a header or a page. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 500 }),
  fc
    .array(
      fc.constantFrom(
        'Wei',
        '\r\nBcc: x@evil.example',
        '\u202egnahZ',
        '\u2028',
        '\u0000',
        '# ',
        '<script>alert(1)</script>',
        '[x](javascript:1)',
        '**b**',
        '`c`',
        '{name}',
        '👩‍👩‍👧',
        '张伟',
        '\ud800',
        '&lt;',
        '$&',
        '\u200f',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('').slice(0, 500)),
);

/** Written apart from the code under test. */
function oneLine(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .split(/[\s\p{Cc}\p{Zl}\p{Zp}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

describe('whatever is typed', () => {
  const situationOf = (name: string) => ({
    holder: { name, nameZh: name, address: [name, name], email: name },
    account: { number: name, role: 'primary' },
    bought: { from: 'shop', seller: name, orderNumber: name },
    line: { msisdn: name, iccid: name },
    number: { codesStillSentHere: [name] },
  });
  const shape = (body: string): number => body.split('\n').length;

  test('it stays one line of exact text in what is sent, and adds no line, header or markup', () => {
    const plainly = made(preparing({ brand: acme, kind: 'cancel' }, situationOf('Wei')), 'zh');
    fc.assert(
      fc.property(hostile, (typed) => {
        const name = oneLine(typed);
        fc.pre(name !== '');
        const view = made(preparing({ brand: acme, kind: 'cancel' }, situationOf(typed)), 'zh');
        expect(names(view)).toEqual(names(plainly));
        for (const kind of ['letter.txt', 'email.txt', 'seller-message.txt']) {
          const rows = file(view, kind).split('\n');
          expect(rows.length, kind).toBe(shape(file(plainly, kind)));
          expect(file(view, kind).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u);
        }
        expect(file(view, 'letter.txt').split('\n')[0]).toBe(name);
        expect(file(view, 'email.txt').split('\n').slice(0, 3)).toEqual([
          'To: care@acme.example',
          expect.stringMatching(/^Subject: /),
          '',
        ]);
        for (const kind of ['checklist.md', 'call-script.md', 'store-visit.md']) {
          const body = file(view, kind);
          expect(shape(body), kind).toBe(shape(file(plainly, kind)));
          expect(body, kind).not.toMatch(/(?<!\\)<|(?<!\\)\]\(/);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('every short message fits, whatever is typed', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...OPTION_KINDS), (typed, kind) => {
        const { chat, dm } = made(preparing({ brand: acme, kind }, situationOf(typed)));
        const pieces = [...(chat?.en ?? []), ...(chat?.zh ?? []), ...(dm?.en ?? []), ...(dm?.zh ?? [])];
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(MESSAGE_LIMIT);
      }),
      { numRuns: 60 },
    );
  });

  test('Markdown is escaped where it would mean something, and left alone elsewhere', () => {
    expect(escaped('AT&T: a_b, 12.50 (x) [y] T-Life > Manage')).toBe('AT&T: a_b, 12.50 (x) [y] T-Life > Manage');
    expect(escaped('# h')).toBe('\\# h');
    expect(escaped('1. x')).toBe('1\\. x');
    expect(escaped('<b>*c* [d](e) ![f](g) &lt; _h_ ~~i~~ `j`')).toBe(
      '\\<b>\\*c\\* [d\\](e) \\![f\\](g) \\&lt; \\_h\\_ \\~\\~i\\~\\~ \\`j\\`',
    );
  });
});

describe('in every case', () => {
  const told = fc.record(
    {
      holder: fc.record({ name: fc.constant('Wei'), email: fc.constant('a@b.example') }, { requiredKeys: [] }),
      account: fc.record(
        { role: fc.constantFrom('primary', 'member', 'unknown'), number: fc.constant('9') },
        { requiredKeys: [] },
      ),
      bought: fc.record(
        { from: fc.constantFrom('shop', 'gift', 'carrier'), inNameOf: fc.constantFrom('me', 'other', 'seller') },
        { requiredKeys: [] },
      ),
      needsServiceUntil: fc.constantFrom('2026-12-20', '2027-03-01'),
      returnsOn: fc.constant('2027-04-01'),
      payment: fc.constantFrom('us-debit', 'cn-card'),
    },
    { requiredKeys: [] },
  );
  const anyLine = fc.record(
    {
      msisdn: fc.constant('+12025550143'),
      iccid: fc.constant('8901…12'),
      paidThrough: fc.constant('2026-12-05'),
      autopay: fc.boolean(),
      balanceUsd: fc.constantFrom('0.00', '5.00'),
      linesOnAccount: fc.constantFrom(1, 4),
    },
    { requiredKeys: [] },
  );
  const brand = fc
    .record({
      effective: fc.constantFrom('immediate', 'end-of-cycle', 'choice', null),
      billing: fc.constantFrom('postpaid', 'prepaid', 'package'),
      hasNumber: fc.boolean(),
      channels: fc.subarray(['phone', 'chat', 'social', 'email', 'letter', 'store', 'online']),
      needs: fc.subarray([...SPOKEN, 'msisdn', 'iccid', 'account-number', 'holder-role', 'reason', 'company-role']),
    })
    .map((own) =>
      aBrand({}, [
        aProduct({
          service: { hasNumber: own.hasNumber, billing: own.billing },
          billing: own.effective === null ? {} : { effective: fact(own.effective) },
          channels: own.channels.map((kind) => channel(kind, kind === 'phone' ? '+12025550100' : `acme ${kind}`)),
          needs: own.needs.map((field) => ({ field, why: fact(text(`because of ${field}`)) })),
        }),
      ]),
    );
  const anyInput = fc
    .record({ brand, kind: fc.constantFrom(...OPTION_KINDS), situation: told, line: anyLine })
    .map(({ brand: own, kind, situation, line }) =>
      preparing({ brand: own, kind, rules, targets }, { ...situation, line }),
    );

  test('the same input gives the same bytes, and every document bears the reference', () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...LANGUAGES), (input, language) => {
        const view = made(input, language);
        expect(JSON.stringify(made(structuredClone(input), language))).toBe(JSON.stringify(view));
        for (const { text: body, name } of view.documents) {
          expect(body, name).toContain(CASE);
          expect(body.endsWith('\n') && !body.endsWith('\n\n'), name).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what is missing is what is shown as a gap; a PIN is to be found, and typed nowhere', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const view = made(input);
        const gaps = MISSING_FIELDS.filter((field) =>
          view.documents.some(({ text: body }) => body.includes(says.en(`prepare.gap.${field}`))),
        );
        expect(fields(view)).toEqual(expect.arrayContaining(gaps));
        expect(view.missing.filter(({ sayOnly, field }) => sayOnly !== field.endsWith('-pin'))).toEqual([]);
        expect(fields(view)).not.toContain('one-time-code');
        expect(fields(view)).not.toContain('login');
        for (const { why, whereToFind, label } of view.missing)
          for (const said of [why, whereToFind, label]) expect(said).not.toBe('');
        for (const { text: body } of view.documents)
          expect(body).not.toMatch(/(PIN|passcode|password|code)\W{0,3}(\[your|_{5})/i);
      }),
      { numRuns: 150 },
    );
  });

  test('both languages have the same lines, and only cancelling asks to cancel', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const [en, zh] = [made(input, 'en'), made(input, 'zh')];
        expect(names(zh)).toEqual(names(en));
        expect(fields(zh)).toEqual(fields(en));
        const outline = ({ checklist }: PrepareView) =>
          checklist.sections.map(({ id, items }) => [id, items.map(({ more, todo }) => [more.length, todo])]);
        expect(outline(zh)).toEqual(outline(en));
        for (const writing of [en.email, en.letter]) {
          if (!writing) continue;
          expect(writing.zh.paragraphs.length).toBe(writing.en.paragraphs.length);
          expect(writing.zh.confirm.length).toBe(writing.en.confirm.length);
        }
        if (input.option.kind !== 'cancel') {
          expect([en.email, en.letter].flatMap((one) => one?.en.paragraphs ?? []).join()).not.toContain(
            'Please cancel',
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});

test.each(LANGUAGES)('every section and every field has its sentence in %s', async (language) => {
  const messages = await loadMessages(language);
  const keys = [
    ...CHECKLIST_SECTIONS.map((id) => `prepare.checklist.section.${id}`),
    ...SCRIPT_SECTIONS.map((id) => `prepare.script.section.${id}`),
    ...MISSING_FIELDS.flatMap((field) => [`prepare.gap.${field}`, `prepare.why.${field}`, `prepare.where.${field}`]),
  ];
  expect(keys.filter((key) => !(key in messages))).toEqual([]);
});
