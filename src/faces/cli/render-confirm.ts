import type { ConfirmView } from '../../app/confirm/types.ts';
import type { Say } from '../../locale/say.ts';
import { wrap } from './wrap.ts';

type Shown = ConfirmView & { accepted?: boolean; notAccepted?: string | null };

/** The verdict, what the answer says with its words, and why. */
export function renderConfirm(view: Shown, say: Say): string {
  const row = (code: string, value: string | null): string[] =>
    value === null ? [] : [wrap(`${say(`confirm.text.${code}`)}${say('check.text.colon')}${value}`, '  ')];
  const matches = view.line.matches === null ? 'unclear' : view.line.matches ? 'yes' : 'no';
  const grounds = view.grounds.map(({ message }) => wrap(message, '  • '));
  return [
    wrap(say(`confirm.verdict.${view.verdict}`)),
    '',
    ...row('kind', say(`confirm.kind.${view.kind}`)),
    ...row('line', say(`confirm.line.${matches}`)),
    ...row('effectiveDate', view.effectiveDate ?? say('confirm.text.unclear')),
    ...row('reference', view.reference),
    ...row('callBy', view.callBy),
    ...view.amounts.map(({ amountUsd, about }) => `  $${amountUsd} (${say(`confirm.amount.${about}`)})`),
    ...row('quote', view.kindSpan?.quote ?? null),
    '',
    ...grounds,
    ...(view.accepted === true ? ['', wrap(say('confirm.text.accepted'))] : []),
    ...(view.accepted === false ? ['', wrap(say(`confirm.not-accepted.${view.notAccepted ?? 'needs-yes'}`))] : []),
  ].join('\n');
}
