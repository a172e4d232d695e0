import { checklistOf } from './checklist.ts';
import { detailsOf } from './details.ts';
import { documentsOf } from './documents.ts';
import { extrasOf } from './extras.ts';
import { gapsIn } from './line.ts';
import { chatOf, dmOf } from './messages.ts';
import { missingOf, needsOf, withGaps } from './needs.ts';
import { onlineStepsOf } from './online-steps.ts';
import { sellerMessageOf, storeOf } from './others.ts';
import { portSheetOf } from './port-sheet.ts';
import { scriptOf } from './script.ts';
import type { Line, Prepared, PrepareInput } from './types.ts';
import { writingOf } from './writing.ts';

/**
 * Everything to have at hand, to say and to send for one case, as codes and facts. Pure; the same input gives the same result.
 * `input.situation` has been checked by `parseSituation` or opened from a stored one; text in it is cleaned again here.
 * Nothing that is not told is an error: it leaves a gap in the documents and an entry in `missing`.
 */
export function prepare(input: PrepareInput): Prepared {
  const details = detailsOf(input);
  const extras = extrasOf(details);
  const documents = documentsOf(details, extras);
  const needs = needsOf(details, documents);
  const made = <T>(name: string, part: T): T | null =>
    documents.some((document) => document.name === name) ? part : null;
  const parts = {
    script: made('call-script.md', scriptOf(details, needs)),
    chat: made('chat.txt', chatOf(details)),
    dm: made('direct-message.txt', dmOf(details)),
    email: made('email.txt', writingOf(details, 'email')),
    letter: made('letter.txt', writingOf(details, 'letter')),
    store: made('store-visit.md', storeOf(details, needs)),
    seller: made('seller-message.txt', sellerMessageOf(details)),
    portSheet: portSheetOf(details),
    onlineSteps: made('online-steps.md', onlineStepsOf(details)),
    extras,
  };
  const all = withGaps(needs, gapsIn(linesOf(parts)), details);
  return {
    reference: input.reference,
    purpose: details.purpose,
    documents,
    checklist: checklistOf(details, all, documents),
    needs: all,
    missing: missingOf(all),
    ...parts,
  };
}

type Parts = Pick<
  Prepared,
  'script' | 'chat' | 'dm' | 'email' | 'letter' | 'store' | 'seller' | 'portSheet' | 'onlineSteps' | 'extras'
>;

/** Every sentence of every document. */
function linesOf({ script, chat, dm, email, letter, store, seller, portSheet, onlineSteps, extras }: Parts): Line[] {
  const written = [email, letter, ...extras.map(({ writing }) => writing)].flatMap((one) =>
    one === null
      ? []
      : [
          one.recipient,
          one.sender,
          [one.subject],
          one.about,
          ...one.paragraphs,
          one.questions,
          one.confirm,
          one.closing,
          one.signature,
        ].flat(),
  );
  return [
    ...(script?.sections.flatMap(({ lines }) => lines.map((one) => one.line)) ?? []),
    ...[chat, dm].flatMap((one) => one?.parts.flat() ?? []),
    ...written,
    ...(store ? [...store.bring, ...store.say, ...store.leaveWith] : []),
    ...(onlineSteps?.sections.flatMap(({ lines }) => lines.map((one) => one.line)) ?? []),
    ...(portSheet?.sections.flatMap(({ lines }) => lines.map((one) => one.line)) ?? []),
    ...(seller?.paragraphs ?? []),
  ];
}
