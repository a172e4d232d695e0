/** The documents of a case as files: which there are, and what a reader finds on their pages. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { yamlCatalog } from '../../adapters/catalog-yaml/source.ts';
import { aBrand, memoryCatalog } from '../../testing/catalog.ts';
import { command, type Machine } from '../../testing/command.ts';
import { cutOff, flat, piecesOf, realPdf, textOfPdf } from '../../testing/pdf.ts';

const catalog = yamlCatalog(new URL('../../../catalog', import.meta.url).pathname);
const pdf = realPdf();
const HOLDER = {
  name: 'Wei Zhang',
  nameZh: '张伟㙍龘',
  address: ['12 Example St', 'Los Angeles, CA 90001'],
  state: 'CA',
};

interface Line {
  name: string;
  choose: string;
  situation: { line: Record<string, unknown>; [field: string]: unknown };
  pages: string[];
  /** What names the line, and what is asked, on the first letter or sheet. */
  says: Record<string, string[]>;
}

const LINES: Line[] = [
  {
    name: 'T-Mobile, monthly',
    choose: 'cancel',
    situation: {
      account: { role: 'primary', number: '998877' },
      line: {
        carrier: 't-mobile',
        product: 'postpaid',
        msisdn: '+12025550143',
        monthlyUsd: '70.00',
        cycleDay: 12,
        autopay: true,
        depositUsd: '50.00',
      },
      payment: 'us-debit',
    },
    pages: [
      'call-sheet.pdf',
      'letter.pdf',
      'store-visit.pdf',
      'refund-request.pdf',
      'autopay-withdrawal.pdf',
      'stop-payment.pdf',
    ],
    says: {
      'letter.pdf': ['+1 202-555-0143', '998877', 'Please cancel the line', 'P.O. Box 37380'],
      'refund-request.pdf': ['You hold a deposit of $50.00.'],
      'autopay-withdrawal.pdf': ['I withdraw my permission for automatic payments for phone number +1 202-555-0143'],
      'stop-payment.pdf': ['every later debit', '3 business days', '12 CFR 1005.10(c)', '张伟㙍龘'],
    },
  },
  {
    name: 'AT&T, data only',
    choose: 'cancel',
    situation: { line: { carrier: 'att', product: 'data-only', iccid: '8901410000000000004', autopay: true } },
    pages: ['call-sheet.pdf', 'letter.pdf', 'online-steps.pdf', 'autopay-withdrawal.pdf'],
    says: { 'letter.pdf': ['8901410000000000004', 'Please cancel the line'] },
  },
  {
    name: 'Verizon, prepaid',
    choose: 'cancel',
    situation: { line: { carrier: 'verizon', product: 'prepaid', msisdn: '+12025550155' } },
    pages: ['call-sheet.pdf', 'letter.pdf'],
    says: { 'letter.pdf': ['+1 202-555-0155', 'Please cancel the line'] },
  },
  {
    name: 'Mint, the number moves',
    choose: 'port-out',
    situation: {
      line: { carrier: 'mint-mobile', product: 'prepaid', msisdn: '+12025550177' },
      number: { keep: 'forever' },
    },
    pages: ['call-sheet.pdf', 'port-sheet.pdf'],
    says: { 'port-sheet.pdf': ['+1 202-555-0177', 'Name, exactly as on the account: Wei Zhang', 'Do not cancel it'] },
  },
  {
    name: 'Airalo, a package',
    choose: 'cancel',
    situation: {
      bought: { from: 'travel-site', orderNumber: 'A-100200' },
      line: { carrier: 'airalo', product: 'travel-esim', iccid: '8910300000000000005', autopay: true },
    },
    pages: ['online-steps.pdf'],
    says: { 'online-steps.pdf': ['Refund and renewals', 'Switch renewals off'] },
  },
];

async function opened(machine: Machine, choose: string): Promise<string> {
  const { case: id } = (await machine.json(['open', 'line.json'])) as { case: string };
  await machine.json(['decide', id, '--choose', choose]);
  return id;
}

const machineFor = (situation: unknown, own = catalog): Machine =>
  command({ catalog: own, pdf, files: { 'line.json': JSON.stringify({ holder: HOLDER, ...(situation as object) }) } });

const pagesIn = ({ files }: Machine): string[] =>
  [...files.keys()].filter((path) => path.endsWith('.pdf')).map((path) => path.replace('out/', ''));
const page = ({ files }: Machine, name: string): Uint8Array => files.get(`out/${name}`) ?? new Uint8Array();

describe('with the catalog as it is', () => {
  test.each(LINES)(
    '$name',
    async ({ choose, situation, pages, says }) => {
      const machine = machineFor(situation);
      const id = await opened(machine, choose);
      const answer = (await machine.json(['prepare', id, '--out', 'out'])) as {
        files: { path: string; kind: string; sha256: string }[];
      };
      expect(pagesIn(machine)).toEqual(pages);
      for (const { path, sha256 } of answer.files) {
        const bytes = machine.files.get(path) ?? new Uint8Array();
        expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(sha256);
      }
      for (const name of pages) {
        const text = await textOfPdf(page(machine, name));
        expect(cutOff(await piecesOf(page(machine, name))), name).toEqual([]);
        expect(text, name).not.toMatch(/(?:prepare|document|need)\.[a-z]+\.|undefined|\{\w+\}/);
        if (!/^(call|store|online)/.test(name)) expect(text, name).toContain('WeiZhang');
        if (!name.includes('sheet') && !/^(store|online)/.test(name)) expect(text, name).toContain('November24,2026');
        if (!name.startsWith('store')) expect(text, name).toContain(id);
        for (const part of says[name] ?? []) expect(text, name).toContain(flat(part));
      }
    },
    60_000,
  );
});

const [tmobile] = LINES as [Line];

test('the same case prepared twice gives the same bytes and records them once', async () => {
  const machine = machineFor(tmobile.situation);
  const id = await opened(machine, 'cancel');
  await machine.json(['prepare', id, '--out', 'out']);
  const before = new Map(machine.files);
  await machine.json(['prepare', id, '--out', 'out']);
  for (const [path, bytes] of machine.files) expect(bytes, path).toEqual(before.get(path));
  const { events } = (await machine.json(['show', id])) as { events: { type: string; data: { name: string } }[] };
  const names = events.flatMap(({ type, data }) => (type === 'document-composed' ? [data.name] : []));
  expect(names).toContain('letter.pdf');
  expect(new Set(names).size).toBe(names.length);
}, 60_000);

test('a reader of Chinese finds what each letter says on a page behind it', async () => {
  const machine = machineFor(tmobile.situation);
  const id = await opened(machine, 'cancel');
  await machine.json(['prepare', id, '--out', 'out', '--lang', 'zh']);
  for (const name of ['letter.pdf', 'refund-request.pdf', 'autopay-withdrawal.pdf', 'stop-payment.pdf']) {
    const pieces = await piecesOf(page(machine, name));
    const last = Math.max(...pieces.map((piece) => piece.page));
    const behind = flat(pieces.map((piece) => (piece.page === last ? piece.text : '')).join(''));
    expect(behind, name).toContain('中文对照，只给自己看，不要发出去');
    const sent = flat(pieces.map((piece) => (piece.page < last ? piece.text : '')).join(''));
    expect(sent.replace('张伟㙍龘', '').replace('张伟㙍龘', ''), name).not.toMatch(/\p{Script=Han}/u);
  }
}, 60_000);

test('a character no font holds: no PDF, the reason with its field, and the texts all the same', async () => {
  const machine = machineFor({ ...tmobile.situation, holder: { ...HOLDER, nameZh: '𠮷野' } });
  const id = await opened(machine, 'cancel');
  const { pdfProblem } = (await machine.json(['prepare', id, '--out', 'out'])) as { pdfProblem: object };
  expect(pdfProblem).toMatchObject({
    code: 'glyph-missing',
    facts: { characters: ['𠮷 (U+20BB7)'], field: 'holder.nameZh' },
  });
  expect(pagesIn(machine)).toEqual([]);
  expect(new TextDecoder().decode(machine.files.get('out/letter.txt'))).toContain('𠮷野');
  const { events } = (await machine.json(['show', id])) as { events: { data: { name?: string } }[] };
  expect(events.filter(({ data }) => data.name?.endsWith('.pdf'))).toEqual([]);
});

test('without PDFs nothing is asked of the fonts', async () => {
  const machine = machineFor({ ...tmobile.situation, holder: { ...HOLDER, nameZh: '𠮷野' } });
  const id = await opened(machine, 'cancel');
  const { pdfProblem } = (await machine.json(['prepare', id, '--out', 'out', '--no-pdf'])) as { pdfProblem: unknown };
  expect(pdfProblem).toBeNull();
  expect(pagesIn(machine)).toEqual([]);
  expect(machine.files.has('out/letter.txt')).toBe(true);
});

test('after a refusal there are a notice of dispute and the words for the FCC, with what happened', async () => {
  const machine = machineFor(
    { line: { carrier: 'acme', msisdn: '+12025550143' } },
    {
      ...memoryCatalog([aBrand()]),
      rules: catalog.rules,
    },
  );
  const id = await opened(machine, 'cancel');
  await machine.json(['request', id, '--via', 'email', '--at', '2026-11-24']);
  const refused = [
    'record',
    id,
    'contact-logged',
    '--at',
    '2026-11-24',
    '--set',
    'outcome=refused',
    '--set',
    'via=phone',
  ];
  await machine.json([...refused, '--set', 'reference=#import $x$ <b>']);
  await machine.json(['prepare', id, '--out', 'out']);
  const notice = await textOfPdf(page(machine, 'dispute-notice.pdf'));
  for (const part of ['This letter is a Notice of Dispute.', 'refused by phone (reference #import $x$ <b>)']) {
    expect(notice).toContain(flat(part));
  }
  const complaint = new TextDecoder().decode(machine.files.get('out/complaint.txt'));
  expect(complaint).toContain('November 24, 2026: refused by phone (reference #import $x$ <b>).');
  expect(complaint).not.toContain('To whom it may concern');
  expect(pagesIn(machine)).not.toContain('complaint.pdf');
}, 60_000);

test('a letter is signed by hand, or with the typed name where that is asked for', async () => {
  const machine = machineFor({ line: { carrier: 't-mobile', product: 'postpaid', msisdn: '+12025550143' } });
  const id = await opened(machine, 'cancel');
  const letter = (): string => new TextDecoder().decode(machine.files.get('out/letter.txt'));
  await machine.json(['prepare', id, '--out', 'out', '--no-pdf']);
  expect(letter()).toContain('(signature)');
  await machine.json(['prepare', id, '--out', 'out', '--no-pdf', '--signed']);
  expect(letter()).toContain('/s/ Wei Zhang');
  expect(letter()).not.toContain('(signature)');
});
