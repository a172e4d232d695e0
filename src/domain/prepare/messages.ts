import { confirmLines, moneyLines, questionLines, referenceLine, requestLines, whoLine } from './ask.ts';
import type { Details } from './details.ts';
import { channelsOf } from './documents.ts';
import { line } from './line.ts';
import type { Line, Messages } from './types.ts';

/** The chat: who and what, what to confirm, and what to answer to being kept waiting. */
export function chatOf(details: Details): Messages | null {
  if (details.purpose === null) return null;
  return {
    kind: 'chat',
    to: channelsOf(details, 'chat')[0] ?? null,
    parts: [
      [line('deliver.chat.hello'), whoLine(details), ...requestLines(details, 'written'), referenceLine(details)],
      accountLines(details),
      [...confirmIntro(details), ...confirmLines(details)],
      ...asked(details),
      [line(`deliver.chat.firm.${details.asked}`)],
      [line('deliver.chat.transcript')],
    ],
  };
}

/** A first message that could be read by anybody, so that it names no number, no account and no card. */
export function dmOf(details: Details): Messages | null {
  if (details.purpose === null) return null;
  const wish = line(`deliver.say.wish.${details.asked}`);
  return {
    kind: 'dm',
    to: channelsOf(details, 'social')[0] ?? null,
    parts: [
      [line('deliver.dm.first', { request: { line: wish } }), referenceLine(details)],
      [whoLine(details), ...requestLines(details, 'written')],
      [...confirmIntro(details), ...confirmLines(details)],
      [line('deliver.dm.noPin')],
    ],
  };
}

function accountLines({ isPackage, accountNumber, orderNumber }: Details): Line[] {
  const account = isPackage ? [] : [line('deliver.say.account', { account: accountNumber })];
  const order = orderNumber === null ? [] : [line('deliver.say.order', { order: { typed: orderNumber } })];
  return [...account, ...order, line('deliver.chat.verify')];
}

function confirmIntro(details: Details): Line[] {
  return [...moneyLines(details), line('deliver.confirm.intro')];
}

function asked(details: Details): Line[][] {
  const questions = questionLines(details);
  return questions.length === 0 ? [] : [[line('deliver.chat.questions'), ...questions]];
}
