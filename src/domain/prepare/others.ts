import { confirmLines, questionLines, referenceLine, requestLines, sellerValue, whoLine } from './ask.ts';
import type { Details } from './details.ts';
import { channelsOf } from './documents.ts';
import { line, plain, typed } from './line.ts';
import { labelLine, toBring } from './needs.ts';
import type { Need, SellerMessage, StoreSheet } from './types.ts';

/** What to bring to a store, what to say and show there, and what not to leave without. */
export function storeOf(details: Details, needs: readonly Need[]): StoreSheet | null {
  if (details.purpose === null) return null;
  const asked = toBring(needs, ['store', 'port-out']);
  return {
    to: channelsOf(details, 'store')[0] ?? null,
    bring: [
      line('store.photoId'),
      ...asked.map(({ field, state }) =>
        line(`script.need.${state === 'say-only' ? 'sayOnly' : 'have'}`, {
          field: { line: labelLine(field) },
        }),
      ),
      line('store.callFirst'),
    ],
    say: [
      whoLine(details),
      ...requestLines(details, 'spoken'),
      line('deliver.say.line', { line: { line: details.lineName } }),
      ...questionLines(details),
      referenceLine(details),
    ],
    leaveWith: [line('deliver.store.printout'), ...confirmLines(details)],
  };
}

/** To the seller or the holder, who have the order or the account, in the user's own language. */
export function sellerMessageOf(details: Details): SellerMessage | null {
  const { contact } = details.input.decision;
  if (contact === null || details.purpose === null) return null;
  const { first } = contact;
  return {
    paragraphs: [
      ...(first === 'seller' ? [line('seller.hello', { seller: sellerValue(details) })] : [line('seller.helloHolder')]),
      ...(first === 'seller'
        ? [
            line('seller.bought', {
              order: details.orderNumber === null ? { gap: 'order-number' } : typed(details.orderNumber),
            }),
          ]
        : []),
      line('seller.line', { carrier: { text: details.input.brand.name }, line: { line: details.lineName } }),
      line(`seller.wish.${details.asked}`),
      line(`seller.ask.${first}`),
      line('seller.proof'),
      line('seller.reference', { reference: details.input.reference }),
      plain(details.name),
    ],
  };
}
