import type { Details } from './details.ts';
import { doc } from './extra.ts';
import { said } from './line.ts';
import type { Sheet, SheetLine } from './types.ts';

/** What the new carrier's form asks for, what has to be off first, and what not to do until the number has moved. */
export function portSheetOf(details: Details): Sheet | null {
  const { purpose, input, accountNumber, name, address, lineName } = details;
  if (purpose !== 'port-out') return null;
  const { portOut } = input.product;
  const { actOn, lastDayToAct } = input.option;
  const show = (code: string, values: Parameters<typeof doc>[1]): SheetLine => ({
    kind: 'say',
    line: doc(code, values),
  });
  const write = (code: string, values = {}): SheetLine => ({ kind: 'write', line: doc(code, values) });
  const tick = (code: string, values = {}): SheetLine => ({ kind: 'tick', line: doc(code, values) });
  const pin = portOut.pinName?.value ?? { line: doc('port.pin') };
  const valid = portOut.pinValidDays?.value;
  return {
    kind: 'port-sheet',
    title: doc('port.title', { carrier: input.brand.name.en, reference: input.reference }),
    sections: [
      {
        title: doc('port.section.form'),
        lines: [
          show('port.line', { line: { line: lineName } }),
          show('port.carrier', { carrier: input.brand.name.en }),
          show('port.account', { account: accountNumber }),
          show('port.holder', { name }),
          ...(address.length > 0
            ? [show('port.address', { address: { list: address.map((row) => ({ typed: row })) } })]
            : [write('port.noAddress')]),
          tick('port.pinNote', { pin }),
          ...(portOut.how?.value ? [{ kind: 'text' as const, line: said(portOut.how.value) }] : []),
          ...(typeof valid === 'number' ? [{ kind: 'text' as const, line: doc('port.valid', { count: valid }) }] : []),
        ],
      },
      {
        title: doc('port.section.before'),
        lines: [
          ...portOut.locks
            .filter(({ mustBeOff }) => mustBeOff)
            .flatMap(({ name: lock, where }): SheetLine[] => [
              tick('port.lock', { name: lock }),
              ...(where.value === null ? [] : [{ kind: 'text' as const, line: said(where.value) }]),
            ]),
          ...(portOut.locks.length === 0 ? [tick('port.askLocks')] : []),
          tick('port.noCancel'),
          ...(actOn === null
            ? []
            : [tick('port.when', { from: { day: actOn }, last: { day: lastDayToAct ?? actOn } })]),
        ],
      },
      {
        title: doc('port.section.after'),
        lines: [tick('port.works'), tick('port.finalBill'), write('port.requested'), write('port.done')],
      },
    ],
  };
}
