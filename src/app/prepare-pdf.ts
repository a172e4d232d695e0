/** Which documents of a case become pages, and what the templates are filled with. */
import type { DocumentKind, Purpose } from '../domain/case/events.ts';
import type { IsoDate } from '../domain/time/civil.ts';
import type { Language, Say } from '../locale/say.ts';
import type { PdfData, PdfTemplate, PdfValue } from '../ports/pdf.ts';
import type { PrepareView, ScriptView, SheetView, WritingPart, WritingView } from './prepare-types.ts';
import type { Says } from './prepare-words.ts';

/** One PDF that is still to be made. */
export interface PdfPlan {
  kind: DocumentKind;
  purpose: Purpose | null;
  language: Language;
  name: string;
  template: PdfTemplate;
  data: PdfData;
}

interface Setting {
  says: Says;
  user: Say;
  /** The date the files bear. */
  today: IsoDate;
}

/**
 * The PDFs of what was prepared: each letter, the call sheet, the sheets to take along. A complaint is pasted into a form and
 * needs no page. Pure; same input, same plan.
 */
export function pdfPlans(view: PrepareView, setting: Setting): PdfPlan[] {
  const { user } = setting;
  const requested = view.documents.find(
    ({ kind }) => kind === 'call-script' || kind === 'letter' || kind === 'store-sheet',
  );
  const purpose = requested?.purpose ?? null;
  const own = user.language;
  const plan = (kind: DocumentKind, name: string, language: Language, page: Page): PdfPlan => {
    return { kind, purpose, language, name, ...page };
  };
  return [
    ...(view.script ? [plan('call-sheet', 'call-sheet.pdf', 'en', callSheet(view.script, setting))] : []),
    ...(view.letter ? [plan('letter', 'letter.pdf', 'en', letter(view.letter, setting))] : []),
    ...(view.store ? [plan('store-sheet', 'store-visit.pdf', 'en', sheet(view.store, setting))] : []),
    ...(view.portSheet
      ? [{ ...plan('port-sheet', 'port-sheet.pdf', own, sheet(view.portSheet, setting)), purpose: null }]
      : []),
    ...(view.onlineSteps ? [plan('online-steps', 'online-steps.pdf', own, sheet(view.onlineSteps, setting))] : []),
    ...view.letters
      .filter(({ kind }) => kind !== 'complaint')
      .map((one) => ({
        ...plan(one.kind, one.name.replace(/\.txt$/, '.pdf'), 'en', letter(one, setting)),
        purpose: one.purpose,
      })),
  ];
}

type Page = Pick<PdfPlan, 'template' | 'data'>;

/** The page to be sent in English; behind it, where the user reads Chinese, what it says, marked as not to be sent. */
function letter({ en, zh }: WritingView, { says, user, today }: Setting): Page {
  const data: PdfData = {
    language: 'en',
    title: en.subject,
    date: today,
    words: { page: pages(says.en), copy: user('prepare.text.copy') },
    sent: partData(en, says.en),
    copy: user.language === 'zh' ? partData(zh, says.zh) : null,
  };
  return { template: 'letter', data };
}

/** How `prepare.deliver.mail.signed` begins in every language. */
const TYPED = '/s/ ';

/** The line to sign on is drawn, so that its stand-in in plain text is left out. */
function partData(part: WritingPart, say: Say): Record<string, PdfValue> {
  const drawn = say('prepare.deliver.mail.signHere');
  const signed = part.signature.find((row) => row.startsWith(TYPED)) ?? null;
  return {
    ...part,
    heading: say('prepare.text.re', { subject: part.subject }),
    between: say.language === 'zh' ? '' : ' ',
    sign: say('document.sign'),
    signed,
    signature: part.signature.filter((row) => row !== drawn && row !== signed),
  };
}

/** The numbers are put in by the template, which alone knows them. */
const pages = (say: Say): string => say('document.page', { page: '{page}', pages: '{pages}' });

function sheet({ title, sections }: SheetView, { user, today }: Setting): Page {
  const words = { page: pages(user) };
  return { template: 'sheet', data: { language: user.language, title, date: today, words, sections } };
}

function callSheet({ title, sections }: ScriptView, { says, user, today }: Setting): Page {
  const bilingual = user.language === 'zh';
  const row = ({ en, zh }: { en: string; zh: string }) => ({ first: en, second: zh });
  const data: PdfData = {
    language: 'en',
    title: title.en,
    secondTitle: title.zh,
    date: today,
    bilingual,
    words: {
      page: pages(user),
      they: says.en('prepare.script.who.they'),
    },
    sections: sections.map((section) => ({
      ...row(section.title),
      lines: section.lines.map((line) => ({ kind: line.kind, ...row(line) })),
    })),
  };
  return { template: 'call-sheet', data };
}
