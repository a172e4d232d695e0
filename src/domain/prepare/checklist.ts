import { sellerValue } from './ask.ts';
import { issueLine } from './complaint.ts';
import type { Details } from './details.ts';
import { doc } from './extra.ts';
import { isFurther } from './extras.ts';
import { fact, item } from './item.ts';
import { gapsIn, line, said, typed } from './line.ts';
import { moneyItems } from './money.ts';
import { labelLine } from './needs.ts';
import type { Checklist, ChecklistItem, Line, Need, PlannedDocument, Value } from './types.ts';

/** Everything to have at hand and to do, the money first. Empty sections are left out. */
export function checklistOf(
  details: Details,
  needs: readonly Need[],
  documents: readonly PlannedDocument[],
): Checklist {
  const { input, kind, lineName } = details;
  const sections: Checklist['sections'] = [
    { id: 'money', items: moneyItems(details) },
    { id: 'number', items: numberItems(details) },
    { id: 'contact', items: contactItems(details) },
    { id: 'needs', items: needs.map(needItem) },
    { id: 'request', items: requestItems(details, documents) },
    { id: 'careful', items: details.purpose === null ? [] : trapItems(details) },
    { id: 'after', items: afterItems(details) },
  ];
  return {
    intro: [
      line(`checklist.intro.${kind === 'keep' ? 'keep' : details.asked}`, {
        carrier: { text: input.brand.name },
        target: targetValue(details),
      }),
      ...(gapsIn([lineName]).length > 0 ? [] : [line('checklist.line', { line: { line: lineName } })]),
      line('checklist.reference', { reference: input.reference, today: { day: input.today } }),
    ],
    sections: sections.filter(({ items }) => items.length > 0),
  };
}

function targetValue({ input }: Details): Value {
  const found = input.targets.find(({ target }) => target === input.option.target);
  return found ? { text: found.name } : { line: line('checklist.anotherCarrier') };
}

/** A bank that cannot reach you locks you out first; then what pays, then what signs you in elsewhere. */
const ORDER = ['bank', 'alipay', 'wechat', 'apple', 'google', 'government', 'school', 'other'];
const place = (service: string): number => (ORDER.indexOf(service) + ORDER.length + 1) % (ORDER.length + 1);

function numberItems(details: Details): ChecklistItem[] {
  const { input, endsNumber, purpose } = details;
  if (purpose === 'port-out') return [item(line('number.portFirst')), fact(line('number.portVoip'))];
  if (!endsNumber) return [];
  const services = (input.situation.number?.codesStillSentHere ?? []).map((service, index) => ({ service, index }));
  services.sort((a, b) => place(a.service) - place(b.service) || a.index - b.index);
  const moves = services.map(({ service }) => item(line('number.move', { service: serviceValue(service) })));
  return [
    fact(line('number.why')),
    ...(moves.length > 0 ? moves : [item(line('number.thinkOf'))]),
    item(line('number.test')),
    item(line('number.lastly')),
  ];
}

function serviceValue(service: string): Value {
  const known = ORDER.includes(service);
  return known ? { line: { code: `decide.service.${service}`, values: {} } } : typed(service);
}

function contactItems(details: Details): ChecklistItem[] {
  const { contact } = details.input.decision;
  if (contact === null || details.purpose === null) return [];
  const order: Value =
    details.orderNumber === null
      ? { line: { code: 'decide.contact.noOrder', values: {} } }
      : typed(details.orderNumber);
  const why = contact.codes.map((code): Line => {
    const who: Value =
      details.seller === null ? { line: { code: `decide.contact.who.${code}`, values: {} } } : typed(details.seller);
    return { code: `decide.contact.${code}`, values: { seller: who, order } };
  });
  return [
    item(line(`contact.first.${contact.first}`, { seller: sellerValue(details) }), why),
    ...(contact.first === 'holder' || contact.codes.includes('in-sellers-name') ? [item(line('contact.theyAsk'))] : []),
    fact(line('contact.neverPay')),
  ];
}

function needItem({ field, state, why, where }: Need): ChecklistItem {
  const name: Value = { line: labelLine(field) };
  const reason = line('needs.why', { why: { line: why } });
  const place = where === null ? [] : [line('needs.where', { where: { line: where } })];
  if (state === 'have') return fact(line('needs.have', { field: name }), []);
  if (field === 'transfer-pin') return item(line('needs.forNewCarrier', { field: name }), [reason, ...place]);
  if (state === 'say-only') return item(line('needs.sayOnly', { field: name }), [reason, ...place]);
  return item(line(`needs.${state}`, { field: name }), [reason, ...place]);
}

function requestItems(details: Details, documents: readonly PlannedDocument[]): ChecklistItem[] {
  const { input, kind, purpose } = details;
  const { actOn, lastDayToAct, endsOn } = input.option;
  const { role } = input.situation.account ?? {};
  if (purpose === null) return [item(line('request.keep'))];
  const days = { actOn: { day: actOn ?? input.today }, last: { day: lastDayToAct ?? input.today } };
  const when =
    actOn === null
      ? []
      : [item(line(lastDayToAct === null || lastDayToAct === actOn ? 'request.on' : 'request.between', days))];
  const ends =
    endsOn === null || kind === 'suspend' || details.asked === 'refund'
      ? []
      : [fact(line(`request.ends.${endCode(details)}`, { end: { day: endsOn } }))];
  const locks = purpose === 'port-out' ? lockItems(details) : [];
  return [
    ...when,
    ...ends,
    ...(role === 'member' || role === 'authorised' ? [item(line('request.notPrimary'))] : []),
    ...locks,
    ...onlineItems(details),
    ...documents.filter(({ kind: one }) => one !== 'checklist').map((document) => documentItem(details, document)),
  ];
}

function endCode({ kind, wish }: Details): string {
  if (kind === 'port-out') return 'port';
  return kind === 'cancel' && (wish === 'ask' || wish === 'through') ? 'unsure' : 'service';
}

function lockItems({ input }: Details): ChecklistItem[] {
  const { locks, how, pinValidDays } = input.product.portOut;
  return [
    ...locks
      .filter(({ mustBeOff }) => mustBeOff)
      .map(({ name, where }) => item(line('request.lock', { name }), where.value === null ? [] : [said(where.value)])),
    item(line('request.pin'), [
      ...(how?.value ? [said(how.value)] : []),
      ...(typeof pinValidDays?.value === 'number' ? [line('request.pinValid', { count: pinValidDays.value })] : []),
    ]),
  ];
}

/** What the carrier's own pages offer comes before anything to be written. */
function onlineItems({ input, purpose }: Details): ChecklistItem[] {
  const { online } = input.checked;
  if (purpose === 'suspend') return howItem(input.product.suspend.how?.value ?? null);
  if (purpose === 'port-out') return [];
  return howItem(online.how);
}

function howItem(how: { en: string; zh: string } | null): ChecklistItem[] {
  return how === null ? [] : [item(line('request.online'), [said(how)])];
}

function documentItem(details: Details, { kind, name }: PlannedDocument): ChecklistItem {
  const { channels, input } = details;
  const toSeller = name === 'seller-message.txt';
  if (toSeller) return item(line('request.document.seller', { name }));
  if (isFurther(kind)) return item(doc(`use.${kind}`, { name }), noteLines(kind, details));
  const letters = channels.filter((channel) => channel.kind === 'letter');
  const record =
    kind === 'letter' &&
    input.option.kind !== 'port-out' &&
    !letters.some(({ canCancelHere }) => canCancelHere === 'yes');
  const unknownAddress = kind === 'email' && !channels.some((channel) => channel.kind === 'email');
  const code = record ? 'letter.record' : unknownAddress ? 'email.noAddress' : kind;
  return item(line(`request.document.${code}`, { name }));
}

/** What to look at before sending. */
function noteLines(kind: PlannedDocument['kind'], details: Details): Line[] {
  if (kind === 'complaint') return [issueLine(details)];
  if (kind !== 'dispute-notice') return [];
  const { noticeAddress, noticeUrl } = details.input.product.disputes;
  return [
    ...(noticeAddress?.note ? [said(noticeAddress.note)] : []),
    ...(noticeUrl?.value ? [doc('use.form', { url: noticeUrl.value })] : []),
  ];
}

function trapItems({ input }: Details): ChecklistItem[] {
  return input.checked.traps.flatMap(({ value }) => (value === null ? [] : [fact(said(value))]));
}

function afterItems(details: Details): ChecklistItem[] {
  const { purpose, asked, isPackage, input, endsNumber, autopay } = details;
  const of = (code: string, values: Line['values'] = {}): ChecklistItem => item(line(`after.${code}`, values));
  if (purpose === null) return [of('keep')];
  if (purpose === 'port-out') return [of('answer'), of('portDone'), of('finalBill'), of('statements')];
  if (purpose === 'suspend') {
    const back = input.situation.returnsOn ?? null;
    return [of('answer'), back === null ? of('resume') : of('resumeOn', { day: { day: back } }), of('statements')];
  }
  const seeOff = purpose === 'let-lapse' || autopay !== false ? [of('autopayOff')] : [];
  const refund = asked === 'refund' ? [of('refund')] : [];
  if (isPackage) return [of('answer'), ...seeOff, ...refund, of('profileLast')];
  return [
    of('answer'),
    of('writtenDate'),
    ...seeOff,
    of('statements'),
    ...(endsNumber ? [of('cardLast')] : [of('profileLast')]),
  ];
}
