/** What the further letters of a case are made of. */
import type { DocumentKind, Purpose } from '../case/events.ts';
import type { Rule } from '../catalog/schema.ts';
import { referenceLine } from './ask.ts';
import type { Details } from './details.ts';
import { line, typed } from './line.ts';
import { binds } from './rights.ts';
import type { Line, Writing } from './types.ts';
import { aboutOf, recipientOf, replyLine, senderOf, signatureOf } from './writing.ts';

export type ExtraKind = Extract<
  DocumentKind,
  | 'refund-request'
  | 'autopay-withdrawal'
  | 'stop-payment'
  | 'follow-up'
  | 'second-request'
  | 'dispute-notice'
  | 'complaint'
  | 'deletion-request'
>;

export interface Extra {
  kind: ExtraKind;
  name: string;
  purpose: Purpose | null;
  writing: Writing;
}

/** A sentence of `document.<code>`. */
export function doc(code: string, values: Line['values'] = {}): Line {
  return { code: `document.${code}`, values };
}

type Own = Pick<Writing, 'subject' | 'paragraphs'> & Partial<Writing>;

/** A letter to the carrier with its own subject and body; head, reference and signature are those of every letter. */
export function letterOf(details: Details, own: Own): Writing {
  return {
    kind: 'letter',
    to: null,
    recipient: recipientOf(details, 'letter'),
    sender: senderOf(details),
    date: details.input.today,
    about: aboutOf(details),
    questions: [],
    confirm: [],
    closing: [replyLine(details), line('deliver.mail.thanks')],
    signature: signatureOf(details, 'letter'),
    ...own,
    paragraphs: own.paragraphs.filter((lines) => lines.length > 0),
  };
}

/** The subject: what it is about, the line, the reference of the case. */
export function subjectOf(details: Details, kind: ExtraKind): Line {
  return doc(`subject.${kind}`, {
    line: { line: details.lineName },
    reference: details.input.reference,
    carrier: details.input.brand.name.en,
  });
}

/** A rule that may be cited: in force and its sources agree; null: it may not. */
export function ruleOf({ input }: Details, id: string): Rule | null {
  const rule = input.rules.find((own) => own.id === id);
  return rule && binds(rule) ? rule : null;
}

/** What identifies the matter to somebody who is not the carrier. */
export function carrierRows(details: Details): Line[] {
  return [
    doc('about.carrier', { carrier: details.input.brand.name.en }),
    doc('about.holder', { name: details.name }),
    ...(details.nameZh === null ? [] : [doc('about.nameZh', { name: typed(details.nameZh) })]),
    referenceLine(details),
  ];
}

/** The option gives the line up, so that its money has to be settled. */
export function endsLine({ purpose }: Details): boolean {
  return purpose === 'cancel' || purpose === 'port-out' || purpose === 'let-lapse';
}
