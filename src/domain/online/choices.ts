/** Groups of choices on a page, and which of them to take. */
import { datesOf as datesIn } from '../confirm/read/dates.ts';
import { formatDay } from '../time/civil.ts';
import { dangerOf, isHarmless } from './danger.ts';
import { isChoice, isSelect, labelOf, plainText, surroundingsOf } from './label.ts';
import { linesIn, whoseControl, whoseIs } from './lines.ts';
import type { Scope } from './page.ts';
import type { Control, OnlineGoal, OnlineStep } from './types.ts';
import { AGREES, AT_ONCE, BARE_CANCEL, CYCLE_END, ENDS, GOOD_REASONS, PAUSES, WHY } from './words.ts';

/** What is still to be chosen. */
export interface Choosing {
  step: OnlineStep;
  /** One where it is clear, several where any of them will do or only the user knows. */
  controls: readonly Control[];
  say: string;
}

/** The first thing on the page that has to be chosen before it goes on; null: nothing. */
export function choosingIn(scope: Scope, goal: OnlineGoal): Choosing | null {
  for (const group of groupsIn(scope)) {
    const found = ofGroup(group, scope, goal);
    if (found) return found;
  }
  for (const select of scope.controls.filter((own) => isSelect(own) && own.group === null)) {
    const found = ofSelect(select, scope, goal);
    if (found) return found;
  }
  return consentIn(scope, goal);
}

function groupsIn({ controls }: Scope): Control[][] {
  const groups = new Map<string, Control[]>();
  for (const own of controls) {
    if (!isChoice(own) || own.group === null || own.role === 'checkbox' || own.role === 'switch') continue;
    groups.set(own.group, [...(groups.get(own.group) ?? []), own]);
  }
  // Check boxes that each name a line are one choice of lines.
  const lines = controls.filter((own) => own.role === 'checkbox' && linesIn(labelOf(own)).length > 0);
  return [...(lines.length > 1 ? [lines] : []), ...[...groups.values()].filter((own) => own.length > 1)];
}

function ofGroup(group: readonly Control[], scope: Scope, goal: OnlineGoal): Choosing | null {
  const isLines = new Set(group.flatMap((own) => linesIn(labelOf(own)))).size > 1;
  if (isLines) return ofLines(group, goal);
  const ending = group.filter((own) => endsHere(own, goal));
  const others = group.filter((own) => PAUSES.test(labelOf(own)) || dangerOf(own, goal) !== null);
  const legend = plainText(`${group[0]?.headings[0] ?? ''} ${group[0]?.context ?? ''}`);
  const asksWhy = WHY.test(legend) || WHY.test(scope.headings);
  if (ending.length > 0 && others.length > 0 && !asksWhy) {
    if (ending.some(({ checked }) => checked)) return null;
    return { step: 'find-option', controls: ending, say: 'choose-end' };
  }
  const timing = group.filter(
    (own) => AT_ONCE.test(labelOf(own)) || CYCLE_END.test(labelOf(own)) || datesOf(own, goal).length > 0,
  );
  if (timing.length === group.length) return ofTiming(group, goal);
  const wrong = group.find((own) => own.checked === true && dangerOf(own, goal) !== null);
  const rest = group.filter((own) => dangerOf(own, goal) === null && !PAUSES.test(labelOf(own)));
  if (wrong && !asksWhy && rest.length === 1) return { step: 'find-option', controls: rest, say: 'choose-end' };
  if (group.some(({ checked }) => checked)) return null;
  const harmless = group.filter((own) => isHarmless(own, goal) && !PAUSES.test(labelOf(own)));
  const good = GOOD_REASONS.flatMap((form) => harmless.filter((own) => form.test(labelOf(own))))[0];
  if (good) return { step: 'reason', controls: [good], say: 'reason' };
  return harmless.length > 0 && asksWhy ? { step: 'reason', controls: harmless, say: 'reason-any' } : null;
}

function endsHere(own: Control, goal: OnlineGoal): boolean {
  const label = labelOf(own);
  return (ENDS.test(label) || BARE_CANCEL.test(label)) && dangerOf(own, goal) === null;
}

/** The right line has to be chosen, and no other. */
function ofLines(group: readonly Control[], goal: OnlineGoal): Choosing | null {
  const mine = group.filter((own) => whoseControl(own, goal) === 'own');
  const wrong = group.filter((own) => own.checked === true && whoseControl(own, goal) !== 'own');
  const isMany = group[0]?.role === 'checkbox';
  if (mine.length !== 1) {
    return group.some(({ checked }) => checked) && mine.length === 0
      ? { step: 'choose-line', controls: [], say: 'line-unknown' }
      : { step: 'choose-line', controls: group, say: 'line-any' };
  }
  if (mine.some(({ checked }) => checked !== true))
    return { step: 'choose-line', controls: mine, say: wrong.length > 0 ? 'line-wrong' : 'line' };
  return isMany && wrong.length > 0 ? { step: 'choose-line', controls: wrong.slice(0, 1), say: 'line-untick' } : null;
}

function datesOf(own: Control, { today, zone }: OnlineGoal): string[] {
  const context = {
    line: { carrier: null, msisdn: null, iccid: null },
    accountNumber: null,
    receivedOn: today,
    zone,
    carrierNames: [],
  };
  return datesIn(labelOf(own), context).flatMap(({ day }) => (day === null ? [] : [formatDay(day)]));
}

function ofTiming(group: readonly Control[], goal: OnlineGoal): Choosing | null {
  const wanted = group.filter((own) => goal.endOn !== null && datesOf(own, goal).includes(goal.endOn));
  if (wanted.length === 1) return wanted[0]?.checked ? null : { step: 'date', controls: wanted, say: 'date' };
  if (group.some(({ checked }) => checked)) return null;
  const later = group.filter((own) => CYCLE_END.test(labelOf(own)));
  const atOnce = group.filter((own) => AT_ONCE.test(labelOf(own)));
  if (goal.endOn !== null && goal.endOn > goal.today && later.length === 1)
    return { step: 'date', controls: later, say: 'date' };
  if (goal.endOn !== null && goal.endOn <= goal.today && atOnce.length === 1)
    return { step: 'date', controls: atOnce, say: 'date' };
  return { step: 'date', controls: group, say: 'date-any' };
}

const PLACEHOLDER = /^$|^[-–—. ]+$|\b(select|choose|pick|please)\b|selecci|elija|elige|选择|選擇|请选/iu;

function ofSelect(select: Control, scope: Scope, goal: OnlineGoal): Choosing | null {
  const value = plainText(select.value ?? '');
  const label = `${labelOf(select)} ${select.headings[0] ?? ''}`;
  if (linesIn(value).length > 0) {
    return whoseIs(value, goal) === 'other' ? { step: 'choose-line', controls: [select], say: 'line-wrong' } : null;
  }
  if (!PLACEHOLDER.test(value)) return null;
  if (/\b(line|number|phone|device)\b|l[ií]nea|n[uú]mero|线路|号码|號碼/iu.test(label))
    return { step: 'choose-line', controls: [select], say: 'line' };
  const asked = WHY.test(`${label} ${scope.headings} ${surroundingsOf(select)}`);
  if (asked) return { step: 'reason', controls: [select], say: 'reason' };
  return select.required ? { step: 'details', controls: [select], say: 'field' } : null;
}

function consentIn({ controls, disabled }: Scope, goal: OnlineGoal): Choosing | null {
  const boxes = controls.filter((own) => own.role === 'checkbox' && own.checked !== true && AGREES.test(labelOf(own)));
  const wanted = boxes.find((own) => {
    const label = labelOf(own);
    if (
      /e-?mails?|newsletter|offers?|promotion|marketing|\bsms\b|deals?|messages?|receive|texts? from|优惠信息|营销|ofertas|promociones/iu.test(
        label,
      )
    )
      return false;
    return (
      (own.required || disabled.length > 0 || boxes.length === 1) && (dangerOf(own, goal) === null || ENDS.test(label))
    );
  });
  return wanted ? { step: 'confirm', controls: [wanted], say: 'consent' } : null;
}
