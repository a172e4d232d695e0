import { autopayLines, confirmLines, moneyLines, questionLines, referenceLine, requestLines, whoLine } from './ask.ts';
import type { Details } from './details.ts';
import { channelsOf } from './documents.ts';
import { line, plain, said, typed } from './line.ts';
import type { Line, Writing } from './types.ts';

/** The letter or the e-mail, in parts that a page or a mailer can set. */
export function writingOf(details: Details, kind: Writing['kind']): Writing | null {
  const { purpose, input } = details;
  if (purpose === null) return null;
  return {
    kind,
    to: addressOf(details, kind),
    recipient: recipientOf(details, kind),
    sender: kind === 'letter' ? senderOf(details) : [],
    date: input.today,
    subject: line(`deliver.subject.${details.asked}`, {
      line: { line: details.lineName },
      reference: input.reference,
    }),
    about: aboutOf(details),
    paragraphs: [
      [whoLine(details), ...requestLines(details, 'written')],
      ...[[...moneyLines(details), ...autopayLines(details, 'written')]].filter((lines) => lines.length > 0),
    ],
    questions: questionLines(details),
    confirm: confirmLines(details),
    closing: [replyLine(details), line('deliver.mail.thanks')],
    signature: signatureOf(details, kind),
  };
}

/** An address of the catalog; a postal box for disputes still takes a letter, which is then a record. */
function addressOf(details: Details, kind: Writing['kind']) {
  const [fit] = channelsOf(details, kind);
  if (fit) return fit.verified ? fit : null;
  const other = kind === 'letter' ? details.channels.find((channel) => channel.kind === 'letter') : undefined;
  return other?.verified ? other : null;
}

/** Name and address in rows, as on an envelope. */
export function recipientOf(details: Details, kind: Writing['kind']): Line[] {
  const to = addressOf(details, kind);
  const name = said(details.input.brand.name);
  if (to?.value == null) return [name, line(`deliver.mail.no-${kind}`)];
  const rows = kind === 'letter' ? to.value.split(/,\s*/) : [to.value];
  const [first] = rows;
  const named = first?.toLowerCase().startsWith(details.input.brand.name.en.toLowerCase());
  return [...(named || kind === 'email' ? [] : [name]), ...(kind === 'letter' ? postalRows(rows) : rows).map(plain)];
}

/** `City` and `ST 12345` stand in one row on an envelope. */
export function postalRows(rows: readonly string[]): string[] {
  const last = rows.at(-1);
  const city = rows.at(-2);
  if (last === undefined || city === undefined || !/^[A-Z]{2} \d{5}/.test(last)) return [...rows];
  return [...rows.slice(0, -2), `${city}, ${last}`];
}

/** One way to answer is enough. */
export function senderOf({ name, address, email }: Details): Line[] {
  const reach = email !== null ? [plain(typed(email))] : address.length === 0 ? [plain({ gap: 'email' })] : [];
  return [plain(name), ...address.map((row) => plain(typed(row))), ...reach];
}

/** Line, account and reference, each on a row of its own. */
export function aboutOf(details: Details): Line[] {
  const { isPackage, accountNumber, iccid, lineName } = details;
  const about = (code: string, values: Line['values']): Line => line(`deliver.about.${code}`, values);
  const shown = lineName.code;
  return [
    about('line', { line: { line: lineName } }),
    ...(isPackage ? [] : [about('account', { account: accountNumber })]),
    about(isPackage ? 'name' : 'holder', { name: details.name }),
    ...(iccid === null || shown.endsWith('.esim') || shown.endsWith('.card')
      ? []
      : [about('iccid', { iccid: typed(iccid) })]),
    ...orderLines(details),
    referenceLine(details),
  ];
}

export function replyLine({ email }: Details): Line {
  return email === null ? line('deliver.mail.reply') : line('deliver.mail.replyTo', { email: typed(email) });
}

/** A package is paid back by its order; elsewhere the number stands only where it is known. */
function orderLines({ isPackage, orderNumber, lineName }: Details): Line[] {
  if (lineName.code.endsWith('.order')) return [];
  if (orderNumber !== null) return [line('deliver.about.order', { order: typed(orderNumber) })];
  return isPackage ? [line('deliver.about.order', { order: { gap: 'order-number' } })] : [];
}

/** A letter has room to sign by hand above the name in Latin letters and in Chinese. */
export function signatureOf({ name, nameZh, input }: Details, kind: Writing['kind']): Line[] {
  const isTold = typeof name === 'object' && 'typed' in name;
  const mark = input.signed && isTold ? line('deliver.mail.signed', { name }) : line('deliver.mail.signHere');
  return [...(kind === 'letter' ? [mark] : []), plain(name), ...(nameZh === null ? [] : [plain(typed(nameZh))])];
}
