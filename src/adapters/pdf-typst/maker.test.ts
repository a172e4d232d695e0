import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimoffError } from '../../domain/errors.ts';
import type { PdfData } from '../../ports/pdf.ts';
import { cutOff, flat, piecesOf, realPdf, textOfPdf } from '../../testing/pdf.ts';

const pdf = realPdf();
const templates = join(import.meta.dirname, 'templates');

const part = (over: Record<string, unknown> = {}) => ({
  sender: ['Wei Zhang', '12 Example St', 'Los Angeles, CA 90001'],
  date: 'November 25, 2026',
  recipient: ['Acme Customer Relations', 'P.O. Box 100', 'Springfield, IL 62701-0001'],
  heading: 'Re: Request to cancel',
  about: ['Account number: 998877'],
  salutation: 'To whom it may concern,',
  paragraphs: ['Please cancel the line.', 'Thank you.'],
  questionsIntro: 'Please also tell me:',
  questions: ['When?'],
  confirmIntro: 'Please confirm:',
  confirm: ['the last day;'],
  happenedIntro: 'So far:',
  happened: ['September 2: asked.'],
  enclosuresIntro: 'Enclosed:',
  enclosures: ['a copy'],
  closing: ['Please answer.'],
  between: ' ',
  farewell: 'Sincerely,',
  sign: 'Signature',
  signature: ['Wei Zhang', '张伟'],
  ...over,
});

const letter = (over: Record<string, unknown> = {}, copy: unknown = null): PdfData =>
  ({
    language: 'en',
    title: 'Request to cancel',
    date: '2026-11-25',
    words: { page: 'Page {page} of {pages}', copy: '中文对照，不要发出去' },
    sent: part(over),
    copy,
  }) as PdfData;

const named = (name: string): PdfData =>
  letter({ sender: [name], paragraphs: [`My name is ${name}.`], signature: [name] });
const refused = async (data: PdfData): Promise<SimoffError> => {
  const error = await pdf.make('letter', data).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof SimoffError)) throw new Error(`not refused: ${String(error)}`);
  return error;
};

describe('a letter', () => {
  test('is tagged, bears its own date, and is the same bytes twice, in another compiler too', async () => {
    const data = letter({}, part({ heading: '事由：注销申请', between: '' }));
    const first = await pdf.make('letter', data);
    const head = Buffer.from(first).toString('latin1');
    expect(head).toMatch(/^%PDF-1\.7/);
    expect(head).toContain('/MarkInfo');
    expect(head).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(head).toContain('D:20261125');
    expect(Buffer.from(await pdf.make('letter', data)).equals(first)).toBe(true);
    expect(Buffer.from(await realPdf().make('letter', data)).equals(first)).toBe(true);
  });

  test('has the address, and nothing else, where the window of a #10 envelope shows it', async () => {
    const pieces = (await piecesOf(await pdf.make('letter', letter()))).filter(({ page }) => page === 1);
    const address = pieces.filter(({ text }) => /Acme|P\.O\. Box|Springfield/.test(text));
    expect(address.length).toBe(3);
    for (const { left, right, baseline } of address) {
      expect(left).toBeGreaterThan(0.875);
      expect(right).toBeLessThan(4.375);
      expect(baseline).toBeGreaterThan(2.5);
      expect(baseline).toBeLessThan(3.125);
    }
    // Wherever the sheet has slid to, the window shows from 2.04 to 3.63 in.
    const shown = pieces.filter(({ baseline }) => baseline > 2.04 && baseline < 3.63);
    expect(shown.map(({ text }) => text)).toEqual(address.map(({ text }) => text));
  });

  test('counts only the pages that are sent, and keeps the copy on a page of its own, marked', async () => {
    const copy = part({ heading: '事由：注销申请', paragraphs: ['请注销。'], between: '' });
    const pieces = await piecesOf(await pdf.make('letter', letter({}, copy)));
    const page = (number: number): string =>
      flat(pieces.map((piece) => (piece.page === number ? piece.text : '')).join(''));
    expect(page(1)).toContain('Page1of1');
    expect(page(1)).not.toContain('请注销');
    expect(page(2)).toContain('中文对照，不要发出去');
    expect(page(2)).toContain('请注销。');
    expect(page(2)).not.toContain('Page');
  });

  test('a sender with many rows pushes the address down instead of over it', async () => {
    const sender = Array.from({ length: 50 }, (_, at) => `Row ${at} ${'x'.repeat(400)}`);
    const pieces = await piecesOf(await pdf.make('letter', letter({ sender })));
    expect(cutOff(pieces)).toEqual([]);
    const last = pieces.findIndex(({ text }) => text.startsWith('Row 49'));
    const first = pieces.findIndex(({ text }) => text.includes('Acme Customer'));
    expect(last).toBeGreaterThan(0);
    expect(first).toBeGreaterThan(last);
  });
});

describe('what a person typed', () => {
  const HOSTILE = [
    '#import "@preview/cetz:0.3.0": *',
    '#sys.inputs #read("/etc/passwd") #eval("1+1")',
    '$x^2$ *bold* _it_ `raw` = Heading <label> @ref // c /* d */',
    '\\ \\u{1F600} [a] {b} "q" \'s\' ~ -- --- ...',
    '<script>alert(1)</script>&amp;',
    'office waffle ffi fl',
    'Łukasz Żółć Đặng Thị Hồng Müller-Ångström Ωμέγα Привет',
    '张伟 㙍 龘 欧阳娜娜，“引号”。',
    'W'.repeat(500),
    'https://example.com/'.repeat(25),
    `${'龘'.repeat(250)}，。`,
  ];

  test.each(HOSTILE)('stands in the page as it is: %s', async (name) => {
    const bytes = await pdf.make('letter', named(name));
    expect(await textOfPdf(bytes)).toContain(flat(`My name is ${name}.`));
    expect(cutOff(await piecesOf(bytes))).toEqual([]);
  });

  const drawn = fc.string({
    unit: fc.constantFrom(
      ...' !"#$%&\'()*+,-./0123456789:;<=>?@AZaz[\\]^_`{|}~',
      ...'éüñßøłćżğ',
      ...'张伟㙍龘王小明，。',
    ),
    minLength: 1,
    maxLength: 500,
  });
  test('any text the fonts hold comes back whole and on the sheet', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (name) => {
        const bytes = await pdf.make('letter', named(name));
        expect(await textOfPdf(bytes)).toContain(flat(`My name is ${name}.`));
        expect(cutOff(await piecesOf(bytes))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('any other text is drawn, or refused with characters it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (name) => {
        const made = await pdf.make('letter', named(name)).catch((error: unknown) => error);
        if (made instanceof Uint8Array) return;
        expect(made).toMatchObject({ code: 'glyph-missing' });
        const { characters } = (made as SimoffError).facts;
        expect((characters as string[]).length).toBeGreaterThan(0);
        for (const one of characters as string[]) expect(name.normalize('NFD')).toContain(one.normalize('NFD'));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('a character no font holds is named, with its place', async () => {
    expect((await refused(named('𠮷野 😀'))).facts).toEqual({ characters: ['𠮷', '😀'], field: 'sent.sender.0' });
    expect((await refused(letter({ about: ['Order 👩‍👩‍👧'] }))).facts.field).toBe('sent.about.0');
  });
});

test('no template asks for a package or reads a file', () => {
  const sources = readdirSync(templates).map((name) => readFileSync(join(templates, name), 'utf8'));
  expect(sources.length).toBe(4);
  for (const source of sources)
    expect(source).not.toMatch(/@preview|@local|\bread\(|\beval\(|\bcsv\(|\byaml\(|\bxml\(/);
  const imports = sources.flatMap((source) => [...source.matchAll(/#?import "([^"]+)"/g)].map(([, from]) => from));
  expect(new Set(imports)).toEqual(new Set(['base.typ']));
});
