import { createRequire } from 'node:module';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../domain/text/decode.ts';
import { htmlText } from './html.ts';
import { kindOf, textReader } from './reader.ts';

/** It brings no types. */
const PDFDocument = createRequire(import.meta.url)('pdfkit');

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

async function pdf(text: string, options: object = {}): Promise<Uint8Array> {
  const document = new PDFDocument(options);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  if (text !== '') document.text(text);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

describe('text in whatever a program saved it', () => {
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', bytes('Ann: 已注销'), 'Ann: 已注销'],
    ['UTF-8 with a mark', bytes('\uFEFFAnn'), 'Ann'],
    ['UTF-16, little end first', Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x2d, 0x4e]), 'A中'],
    ['UTF-16, big end first', Uint8Array.from([0xfe, 0xff, 0x00, 0x41, 0x4e, 0x2d]), 'A中'],
    ['GB 18030', Uint8Array.from([0xd2, 0xd1, 0xd7, 0xa2, 0xcf, 0xfa]), '已注销'],
    ['Windows-1252', latin('It\x92s cancelled \xe9'), 'It’s cancelled é'],
  ])('%s', async (_, given, text) => {
    expect(decodeText(given).replace(/^\uFEFF/, '')).toBe(text);
    expect((await textReader.read(given, 'chat.txt')).text).toBe(text);
  });
});

describe('a saved web page', () => {
  test('what a person would see, line by line', () => {
    const page =
      '<!doctype html><title>Chat</title><style>p{}</style><h1>Chat&nbsp;1</h1><p>Ann: your line <b>is</b>\n cancelled.</p>' +
      '<ul><li>one<li>two</ul><script>alert("x")</script><table><tr><td>Ref</td><td>R-1</td></tr></table>';
    expect(htmlText(page)).toBe('Chat 1\n\nAnn: your line is cancelled.\n\none\n\ntwo\n\nRef R-1');
  });

  test('hidden parts are left out', () => {
    const page =
      '<p hidden>no</p><div style="color:red; display : none">no</div><p style="visibility:hidden">no</p><template>no</template>yes';
    expect(htmlText(page)).toBe('yes');
  });

  test('a page nested a hundred thousand deep is read', () => {
    expect(htmlText(`${'<div>'.repeat(100_000)}end`)).toContain('end');
  });

  test('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => typeof htmlText(text) === 'string'));
  });
});

describe('other files', () => {
  test('the text of a PDF', async () => {
    const read = await textReader.read(await pdf('Your line ends on 12/11/2026.'), 'a.pdf');
    expect(read).toMatchObject({ kind: 'pdf', problem: null });
    expect(read.text).toContain('Your line ends on 12/11/2026.');
  });

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string, string, string]>([
    ['a scan', () => pdf(''), 'scan.pdf', 'pdf', 'no-text'],
    ['a locked PDF', () => pdf('secret', { userPassword: 'x' }), 'locked.pdf', 'pdf', 'locked'],
    ['half a PDF', async () => (await pdf('text')).slice(0, 300), 'half.pdf', 'pdf', 'broken'],
    ['a picture', () => latin('\x89PNG\r\n\x1a\n\0\0\0'), 'shot.txt', 'picture', 'picture'],
    ['an archive', () => latin('PK\x03\x04\x14\0\0\0'), 'chat.html', 'other', 'unknown-kind'],
    ['nothing', () => new Uint8Array(), 'empty.txt', 'text', 'no-text'],
  ])('%s is an answer', async (_, make, name, kind, problem) => {
    expect(await textReader.read(await make(), name)).toEqual({ kind, text: null, problem });
  });

  test('the text of a mail, from its own words', async () => {
    const mail =
      'From: Acme <care@acme.example>\r\nSubject: =?UTF-8?B?5bey5rOo6ZSA?=\r\n\r\nYour line is cancelled.\r\n';
    expect(await textReader.read(bytes(mail), 'a.eml')).toMatchObject({
      kind: 'mail',
      text: 'From: Acme <care@acme.example>\nSubject: 已注销\n\nYour line is cancelled.',
    });
  });

  test('a text that begins like a picture is a text', () => {
    expect(kindOf(bytes('BM: hello, are you there'), 'chat.txt')).toBe('text');
    expect(kindOf(bytes('GIF of the screen'), 'chat.txt')).toBe('text');
  });

  test('never throws, whatever it is given', async () => {
    const names = fc.constantFrom('a.pdf', 'a.eml', 'a.html', 'a.txt', 'a.png');
    const start = fc.constantFrom('%PDF-1.7\n', 'From: a\n\n', '<html>', '');
    await fc.assert(
      fc.asyncProperty(names, start, fc.uint8Array({ maxLength: 300 }), async (name, head, rest) => {
        const read = await textReader.read(new Uint8Array([...bytes(head), ...rest]), name);
        expect(read.text === null).toBe(read.problem !== null);
      }),
      { numRuns: 60 },
    );
  });

  test('the bytes that were given are left alone', async () => {
    const given = await pdf('text');
    const before = given.length;
    await textReader.read(given, 'a.pdf');
    expect(given.length).toBe(before);
  });
});
