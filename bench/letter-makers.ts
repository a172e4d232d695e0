/** The same letter (English to be sent, Chinese behind it) made by our pages and by what a user would pick instead. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packagedFonts } from '../src/adapters/pdf-typst/fonts.ts';
import { typstPdf } from '../src/adapters/pdf-typst/maker.ts';
import type { PdfData } from '../src/ports/pdf.ts';

export const MAKERS = ['typst', 'pdfkit', 'pdfmake'] as const;
export type MakerName = (typeof MAKERS)[number];
/** `turn` is written into the letter, so that no two are the same. */
export type LetterMaker = (turn: number) => Promise<Uint8Array>;

const require = createRequire(import.meta.url);

const ENGLISH = {
  sender: ['Wei Zhang', '12 Example St', 'Los Angeles, CA 90001', 'wei@example.com'],
  date: 'November 24, 2026',
  recipient: ['Acme Customer Relations', 'P.O. Box 100', 'Springfield, IL 62701'],
  heading: 'Re: Request to cancel: phone number +1 202-555-0143 (ref. k3v9abcd)',
  about: ['Line: phone number +1 202-555-0143', 'Account number: 998877', 'Account holder: Wei Zhang'],
  salutation: 'To whom it may concern,',
  paragraphs: [
    'My name is Wei Zhang. I am the account holder. Please cancel the line at the end of the billing cycle that ends on January 11, 2027. Cancel this line only; the other lines on the account stay as they are.',
    'You hold a deposit of $50.00. Please tell me how and when it is paid back. Once the final bill is paid, I no longer permit automatic payments for this line.',
  ],
  confirmIntro: 'Please confirm in writing:',
  confirm: ['that this line, and only this line, is cancelled;', 'the last day of service;', 'the final bill;'],
  closing: ['Please answer in writing to wei@example.com.', 'Thank you.'],
  farewell: 'Sincerely,',
  signature: ['Wei Zhang', '张伟'],
};
const CHINESE = {
  ...ENGLISH,
  heading: '事由：注销申请：号码 +1 202-555-0143（编号 k3v9abcd）',
  about: ['线路：号码 +1 202-555-0143', '账户号：998877', '户主：Wei Zhang'],
  salutation: '您好：',
  paragraphs: [
    '我叫 Wei Zhang，是户主。请在 2027年1月11日结束的那个账单周期末注销号码 +1 202-555-0143。只注销这一个；账户里其余的号码保持不变。',
    '你们收了 50.00 美元押金。请告诉我怎么退、什么时候退。付清最后一张账单以后，我不再授权为这个号码自动扣款。',
  ],
  confirmIntro: '请书面确认以下各项：',
  confirm: ['注销的是这一个号码，而且只有这一个；', '服务的最后一天是哪天；', '最后一张账单。'],
  closing: ['请书面答复至 wei@example.com。', '谢谢。'],
  farewell: '此致',
};

/** Loads a maker, with the same fonts for all. */
export async function makerOf(name: MakerName, root: string): Promise<LetterMaker> {
  if (name === 'typst') return typstLetters(root);
  const fonts = packagedFonts(join(root, 'node_modules')).filter((folder) => folder.includes('-sc'));
  const [regular = '', bold = ''] = fonts.map((folder) =>
    join(folder, `NotoSansSC_${folder.split(/[\\/]/).at(-1)}.ttf`),
  );
  return name === 'pdfkit' ? pdfkitLetters(regular, bold) : pdfmakeLetters(regular, bold);
}

function typstLetters(root: string): LetterMaker {
  const pdf = typstPdf({
    fonts: packagedFonts(join(root, 'node_modules')),
    templates: join(root, 'src/adapters/pdf-typst/templates'),
  });
  const empty = {
    questionsIntro: '',
    questions: [],
    happenedIntro: '',
    happened: [],
    enclosuresIntro: '',
    enclosures: [],
  };
  return (turn) => {
    const sent = { ...ENGLISH, ...empty, between: ' ', sign: 'Signature', date: `${ENGLISH.date} (${turn})` };
    const copy = { ...CHINESE, ...empty, between: '', sign: '签名' };
    const words = { page: 'Page {page} of {pages}', copy: '中文对照，只给自己看，不要发出去' };
    const data: PdfData = { language: 'en', title: ENGLISH.heading, date: '2026-11-24', words, sent, copy };
    return pdf.make('letter', data);
  };
}

function pdfkitLetters(regular: string, bold: string): LetterMaker {
  const PdfKit = require('pdfkit');
  const [plain, heavy] = [readFileSync(regular), readFileSync(bold)];
  return (turn) =>
    new Promise((resolve) => {
      const document = new PdfKit({ size: 'LETTER', margin: 72, info: { Title: ENGLISH.heading } });
      const chunks: Uint8Array[] = [];
      document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      document.on('end', () => resolve(Buffer.concat(chunks)));
      for (const part of [ENGLISH, CHINESE]) {
        document.font(plain).fontSize(10.5).text(part.sender.join('\n'));
        document.text(part.recipient.join('\n'), 72, 180).text(`${part.date} (${turn})`, 72, 268);
        document.font(heavy).text(part.heading).font(plain).moveDown().text(part.salutation);
        document.moveDown().text(part.paragraphs[0]).text(part.about.join('\n')).text(part.paragraphs[1]);
        document
          .text(part.confirmIntro)
          .list([...part.confirm])
          .text(part.closing.join(' '))
          .moveDown();
        document.text(part.farewell).moveDown(2).text(part.signature.join('\n'));
        if (part === ENGLISH) document.addPage();
      }
      document.end();
    });
}

function pdfmakeLetters(regular: string, bold: string): LetterMaker {
  const pdfmake = require('pdfmake');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.addFonts({ Noto: { normal: regular, bold, italics: regular, bolditalics: bold } });
  return (turn) => {
    const content = [ENGLISH, CHINESE].flatMap((part, place) => [
      { text: part.sender.join('\n'), ...(place > 0 ? { pageBreak: 'before' } : {}) },
      { text: part.recipient.join('\n'), margin: [0, 60, 0, 60] },
      `${part.date} (${turn})`,
      { text: part.heading, bold: true },
      part.salutation,
      part.paragraphs[0],
      part.about.join('\n'),
      part.paragraphs[1],
      part.confirmIntro,
      { ul: [...part.confirm] },
      part.closing.join(' '),
      { text: part.farewell, margin: [0, 10, 0, 30] },
      part.signature.join('\n'),
    ]);
    const defaultStyle = { font: 'Noto', fontSize: 10.5 };
    return pdfmake.createPdf({ pageSize: 'LETTER', pageMargins: 72, defaultStyle, content }).getBuffer();
  };
}
