/** The sentences that are the same in every channel: who, which line, the request, what to confirm. */
import type { QuestionCode } from '../decide/types.ts';
import { clean } from './clean.ts';
import type { Details } from './details.ts';
import { dayOrNothing, line, typed } from './line.ts';
import { rightsOf } from './rights.ts';
import type { Line, Value } from './types.ts';

/** Where the words are read: spoken while the request is made, or written and read later. */
export type Manner = 'spoken' | 'written';

/** Who asks. Nobody is called the holder who did not say so. */
export function whoLine(details: Details): Line {
  const { input, name } = details;
  if (input.product.service.forBusiness) return line('deliver.who.business', { name });
  if (details.isPackage) return line('deliver.who.self', { name });
  const role = input.situation.account?.role;
  return line(`deliver.who.${role === 'primary' || role === 'authorised' ? role : 'unknown'}`, { name });
}

/** The request in one plain sentence, and what belongs to it. */
export function requestLines(details: Details, manner: Manner): Line[] {
  const { purpose, lineName, end, wish } = details;
  const own = { line: { line: lineName } };
  if (purpose === 'port-out') return portOutLines(details, manner);
  if (purpose === 'suspend') return suspendLines(details);
  if (purpose === 'let-lapse') {
    const until = end === null ? [] : [line('deliver.request.runsOut', { end: dayOrNothing(end) })];
    return [
      line(`deliver.request.let-lapse${details.isPackage ? '.package' : ''}`, own),
      ...until,
      line('deliver.request.notCancel'),
    ];
  }
  if (wish === 'refund') return [line('deliver.request.refund', own), line('deliver.request.noRenewal')];
  const asked = line(`deliver.request.cancel.${endCode(details, manner)}`, { ...own, end: dayOrNothing(end) });
  return [asked, ...otherLines(details), line('deliver.request.noNewTerm')];
}

function endCode({ wish, end }: Details, manner: Manner): string {
  if (wish === 'cycle') return end === null ? 'cycleNow' : 'cycle';
  return wish === 'today' && manner === 'written' ? 'on' : wish;
}

/** Only this line is meant. */
function otherLines({ input }: Details): Line[] {
  const lines = input.situation.line.linesOnAccount;
  if (lines === 1) return [line('deliver.request.onlyLine')];
  return [
    line(lines == null ? 'deliver.request.otherLinesIfAny' : 'deliver.request.otherLines', { count: (lines ?? 0) - 1 }),
  ];
}

function portOutLines(details: Details, manner: Manner): Line[] {
  const { input, lineName } = details;
  const { portOut } = input.product;
  const locks = portOut.locks.filter(({ mustBeOff }) => mustBeOff).map(({ name }) => name);
  const pin = portOut.pinName?.value ?? null;
  const named = pin !== null && !/account/i.test(pin);
  return [
    line('deliver.request.port-out', { line: { line: lineName } }),
    line(`deliver.request.portNeeds.${manner}${named ? '.named' : ''}`, { pin: pin ?? '' }),
    locks.length > 0 ? line('deliver.request.locks', { locks: { list: locks } }) : line('deliver.request.locksIfAny'),
    line('deliver.request.stayActive'),
  ];
}

function suspendLines({ input, lineName }: Details): Line[] {
  const { situation, option } = input;
  const from = option.actOn ?? input.today;
  const until = situation.returnsOn ?? null;
  return [
    until === null
      ? line('deliver.request.suspend', { line: { line: lineName }, from: { day: from } })
      : line('deliver.request.suspend.until', { line: { line: lineName }, from: { day: from }, until: { day: until } }),
    line('deliver.request.keepNumber'),
  ];
}

/** What must stand in the carrier's written answer. */
export function confirmLines(details: Details): Line[] {
  const { purpose, asked, autopay, balance, deposit } = details;
  const of = (code: string): Line => line(`deliver.confirm.${code}`);
  if (purpose === 'port-out') return [of('accountNumber'), of('pinHow'), of('locksOff'), of('stillActive')];
  if (purpose === 'suspend') return [of('suspendFrom'), of('suspendPrice'), of('suspendEnd'), of('numberKept')];
  if (asked === 'refund') return [of('refundSum'), of('refundWhen'), of('renewalOff'), of('reference')];
  if (purpose === 'let-lapse') return [of('renewalOff'), of('paidUntil'), of('noDebt'), of('reference')];
  const postpaid = details.input.product.service.billing === 'postpaid';
  return [
    of('line'),
    of('lastDay'),
    postpaid ? of('finalBill') : of('noMoreCharges'),
    ...(autopay === false ? [] : [of('autopayOff')]),
    ...(balance !== null || deposit !== null ? [of('refund')] : []),
    of('reference'),
  ];
}

/** What happens to money that is there. */
export function moneyLines({ balance, deposit, purpose, isPackage, input }: Details): Line[] {
  if (isPackage || purpose !== 'cancel') return [];
  const both = balance !== null && deposit !== null;
  const asked = [
    ...(both ? [line('deliver.money.both', { balance, deposit })] : []),
    ...(!both && balance !== null ? [line('deliver.money.balance', { usd: balance })] : []),
    ...(!both && deposit !== null ? [line('deliver.money.deposit', { usd: deposit })] : []),
  ];
  const open = input.situation.line.balanceUsd == null && input.situation.line.depositUsd == null;
  return open ? [line('deliver.money.ifAny')] : asked;
}

/** Permission for automatic payments ends, with the right to say so where there is one. */
export function autopayLines(details: Details, manner: Manner): Line[] {
  const { purpose, autopay, input, isPackage } = details;
  // Paragraphs of laws do not help on the phone.
  const rights = manner === 'spoken' ? [] : rightsOf(details);
  if (purpose !== 'cancel' || autopay === false) return rights;
  const postpaid = input.product.service.billing === 'postpaid';
  const when = isPackage ? 'renewals' : postpaid ? 'afterFinalBill' : 'now';
  return [line(`deliver.autopay.${when}`), ...rights];
}

const QUESTIONS: Record<Details['asked'], readonly QuestionCode[]> = {
  refund: [],
  cancel: [
    'effective',
    'proration',
    'notice',
    'early-termination-fee',
    'installments-rule',
    'balance-refund',
    'deposit-refund',
    'restart-cost',
  ],
  'port-out': ['proration', 'early-termination-fee', 'installments-rule', 'balance-refund', 'deposit-refund'],
  suspend: ['suspend-charge', 'suspend-length'],
  'let-lapse': ['lapse-debt', 'balance-refund', 'deposit-refund'],
};

/** The questions of the plan that this carrier can answer and this request raises. */
export function questionLines({ input, purpose, asked }: Details): Line[] {
  if (purpose === null) return [];
  const { questions } = input.decision;
  return questions
    .filter((question) => question.for === 'carrier' && QUESTIONS[asked].includes(question.code))
    .map(({ code }) => ({ code: `decide.question.${code}`, values: {} }));
}

/** The case this belongs to. */
export function referenceLine({ input }: Details): Line {
  return line('deliver.reference', { reference: input.reference });
}

/** The seller or giver in words, for sentences about them. */
export function sellerValue({ input, seller }: Details): Value {
  const name = seller ?? clean(input.decision.contact?.seller);
  return name === null ? { line: line('contact.seller') } : typed(name);
}
