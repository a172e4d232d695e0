import type { CheckedChannel } from '../check/types.ts';
import { autopayLines, confirmLines, questionLines, requestLines, whoLine } from './ask.ts';
import type { Details } from './details.ts';
import { channelsOf } from './documents.ts';
import { line } from './line.ts';
import { labelLine, toBring } from './needs.ts';
import { branchesOf, repliesOf } from './replies.ts';
import type { Line, Need, Script, ScriptLine, ScriptLineKind } from './types.ts';

const lines = (kind: ScriptLineKind, all: readonly Line[]): ScriptLine[] => all.map((one) => ({ kind, line: one }));
const note = (code: string, values: Line['values'] = {}): ScriptLine => ({
  kind: 'do',
  line: line(`script.${code}`, values),
});
const say = (code: string, values: Line['values'] = {}): ScriptLine => ({
  kind: 'say',
  line: line(`deliver.say.${code}`, values),
});

/** The call, from before dialling to hanging up. */
export function scriptOf(details: Details, needs: readonly Need[]): Script | null {
  const { purpose, input } = details;
  if (purpose === null) return null;
  const numbers = numbersOf(details);
  return {
    title: line('script.title', { carrier: { text: input.brand.name }, reference: input.reference }),
    numbers,
    branches: branchesOf(details),
    sections: [
      { id: 'before', lines: beforeLines(details, needs, numbers.length > 0) },
      {
        id: 'opening',
        lines: [
          say('opening', { request: { line: line(`deliver.say.wish.${details.asked}`) } }),
          say('slowly'),
          say('agent'),
        ],
      },
      { id: 'identity', lines: identityLines(details, needs) },
      { id: 'request', lines: [...lines('say', requestLines(details, 'spoken')), say('doneNow')] },
      { id: 'questions', lines: lines('ask', [...questionLines(details), ...standingQuestions(details)]) },
      { id: 'replies', lines: repliesOf(details) },
      {
        id: 'confirm',
        lines: [
          say('confirm', {
            where: details.email === null ? { line: line('deliver.mailOnFile') } : { typed: details.email },
          }),
          ...lines('say', confirmLines(details)),
          ...lines('say', autopayLines(details, 'spoken')),
          say(`readBack.${details.asked}`, { line: { line: details.lineName } }),
          say('tellReference', { reference: input.reference }),
        ],
      },
      { id: 'note-down', lines: lines('write', noteLines(details)) },
      { id: 'closing', lines: [say('closing'), note('after'), note('record')] },
    ],
  };
}

/** Numbers that may be dialled; those known to do it, where there are such. */
function numbersOf(details: Details): CheckedChannel[] {
  const dialled = channelsOf(details, 'phone').filter(({ dial }) => dial);
  const sure = dialled.filter(({ canCancelHere }) => canCancelHere === 'yes');
  return sure.length > 0 ? sure : dialled;
}

function beforeLines(details: Details, needs: readonly Need[], canDial: boolean): ScriptLine[] {
  const unverified = channelsOf(details, 'phone').some(
    ({ dial, verified, value }) => !dial && !verified && value !== null,
  );
  const { purpose, input } = details;
  const { lastDayToAct, actOn } = input.option;
  const domain = input.brand.officialDomains;
  const official = domain?.confidence === 'official' ? domain.value?.[0] : undefined;
  const window: ScriptLine[] =
    actOn === null
      ? []
      : [
          note(lastDayToAct === null || lastDayToAct === actOn ? 'callOn' : 'callBetween', {
            day: { day: actOn },
            last: { day: lastDayToAct ?? actOn },
          }),
        ];
  return [
    ...window,
    ...(canDial ? [] : [official ? note('noNumber', { domain: official }) : note('noNumberNoSite')]),
    ...(unverified ? [note('unverifiedNumber')] : []),
    ...(purpose === 'cancel' && details.endsNumber ? [note('codesFirst')] : []),
    note('haveReady'),
    ...toBring(needs, purpose === 'port-out' ? ['phone', 'port-out'] : ['phone']).map(({ field, state }) =>
      note(`need.${state === 'say-only' ? 'sayOnly' : 'have'}`, { field: { line: labelLine(field) } }),
    ),
    note('pen'),
    note('neverCallBack'),
  ];
}

function identityLines(details: Details, needs: readonly Need[]): ScriptLine[] {
  const spoken = needs.filter(
    ({ state, routes }) => state === 'say-only' && (routes === null || routes.includes('phone')),
  );
  const asksAccount = needs.some(
    ({ field, routes }) => field === 'account-number' && (routes === null || routes.includes('phone')),
  );
  const withAccount = !details.isPackage && (asksAccount || details.toldAccount);
  return [
    { kind: 'say', line: whoLine(details) },
    say('line', { line: { line: details.lineName } }),
    ...(withAccount ? [say('account', { account: details.accountNumber })] : []),
    ...(details.orderNumber !== null ? [say('order', { order: { typed: details.orderNumber } })] : []),
    note(spoken.length > 0 ? 'pinAloud' : 'pinIfAsked'),
    note('noCodeToCallers'),
    ...(details.input.situation.account?.role === 'primary' ? [] : [note('holderNear')]),
  ];
}

function standingQuestions({ purpose, input, autopay, asked }: Details): Line[] {
  const of = (code: string): Line => line(`deliver.ask.${code}`);
  if (purpose === 'port-out') return [of('pinValid'), of('locksLeft'), of('finalBill')];
  if (purpose === 'suspend') return [of('resumeHow')];
  if (asked === 'refund') return [of('refundWhen')];
  if (purpose === 'let-lapse') return [of('lastDay'), of('otherCharges')];
  const postpaid = input.product.service.billing === 'postpaid';
  return [of('lastDay'), ...(postpaid ? [of('finalBill')] : []), ...(autopay === false ? [] : [of('autopay')])];
}

function noteLines({ purpose, asked, input }: Details): Line[] {
  const of = (code: string): Line => line(`note.${code}`);
  const always = [of('when'), of('agent'), of('reference')];
  if (purpose === 'port-out') return [...always, of('accountNumber'), of('pinExpiry'), of('locks')];
  if (purpose === 'suspend') return [...always, of('suspendFrom'), of('suspendUntil'), of('suspendPrice')];
  if (asked === 'refund') return [...always, of('refund'), of('refundWhen')];
  const postpaid = input.product.service.billing === 'postpaid';
  return [...always, of('endDate'), of(postpaid ? 'finalBill' : 'autopay'), of('refund'), of('confirmation')];
}
