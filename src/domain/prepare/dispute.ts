import type { Fact, Rule } from '../catalog/schema.ts';
import { standing } from '../decide/facts.ts';
import { whoLine } from './ask.ts';
import type { Details } from './details.ts';
import { doc, letterOf, subjectOf } from './extra.ts';
import { plain, said } from './line.ts';
import type { Line, Writing } from './types.ts';
import { postalRows } from './writing.ts';

/** The contract's own rule on disputes, by carrier. */
const CONTRACT_RULES: Readonly<Record<string, string>> = {
  att: 'att-notice-of-dispute',
  't-mobile': 'tmobile-notice-of-dispute',
  verizon: 'verizon-notice-of-dispute',
};

/** The notice that comes before arbitration or a small claim. Only after a refusal, a wrong charge or no answer in time. */
export function disputeNotice(details: Details): Writing | null {
  const { history, input, lineName } = details;
  if (history.trouble.length === 0 || details.purpose === null) return null;
  return letterOf(details, {
    recipient: noticeRows(details),
    subject: subjectOf(details, 'dispute-notice'),
    paragraphs: [
      [whoLine(details), doc('dispute.notice'), ...contractLines(details)],
      history.trouble.map((one) => doc(`dispute.because.${one}`, { carrier: input.brand.name.en })),
    ],
    happened: [...history.happened],
    confirmIntro: doc('dispute.ask'),
    confirm: [
      ...(history.trouble.some((one) => one !== 'charge')
        ? [doc(`dispute.remedy.${details.asked}`, { line: { line: lineName } })]
        : []),
      ...(history.chargedUsd === null ? [] : [doc('dispute.remedy.charge', { usd: history.chargedUsd })]),
      doc('dispute.remedy.noMore'),
      doc('dispute.remedy.written'),
    ],
    enclosures: [doc('dispute.enclosed')],
  });
}

/** Where the carrier takes such notices: an address or a page of the catalog; sources that disagree leave a gap. */
function noticeRows({ input }: Details): Line[] {
  const { noticeAddress, noticeUrl } = input.product.disputes;
  const name = said(input.brand.name);
  const address = settled(noticeAddress);
  if (address !== null) {
    const rows = postalRows(address.split(/,\s*/));
    const named = rows[0]?.toLowerCase().startsWith(input.brand.name.en.toLowerCase());
    return [...(named ? [] : [name]), ...rows.map(plain)];
  }
  const page = settled(noticeUrl);
  return [name, page === null ? doc('gap.noticeAddress') : doc('dispute.form', { url: page })];
}

function settled(fact: Fact<string> | undefined): string | null {
  return standing(fact) === 'known' ? (fact?.value ?? null) : null;
}

/** The contract is cited where its rule was read and the sources agree; consumers only. */
function contractLines({ input }: Details): Line[] {
  const rule = input.rules.find((own) => own.id === CONTRACT_RULES[input.brand.slug]);
  if (!rule || !isRead(rule) || input.product.service.forBusiness) return [doc('dispute.plain')];
  const { days } = rule.deadline;
  const values = { citation: rule.citation };
  return [days === null ? doc('dispute.contract', values) : doc('dispute.contractDays', { ...values, count: days })];
}

function isRead({ state, confidence }: Rule): boolean {
  return state === 'contract' && (confidence === 'official' || confidence === 'secondary');
}
