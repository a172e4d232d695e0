/** What has to be chosen or typed before the page goes on. */
import { choosingIn } from '../choices.ts';
import { isInput, labelOf } from '../label.ts';
import type { Part, Scene } from '../scene.ts';
import type { Control, OnlineGoal } from '../types.ts';
import { ABOUT_END, CHAT, TYPE_WORD } from '../words.ts';

export function choosing({ scope, goal, aboutEnd, inFlow }: Scene): Part | null {
  const found = choosingIn(scope, goal);
  const isAbout = aboutEnd || inFlow || ABOUT_END.test(scope.text.slice(0, 4000));
  if (!found || !isAbout) return null;
  if (found.controls.length === 0) return { step: found.step, verdict: 'abstain', say: found.say };
  return {
    step: found.step,
    verdict: found.controls.length === 1 ? 'this' : 'one-of',
    controls: found.controls,
    say: found.say,
  };
}

/** A chat is open: what is said there is the user's. */
export function chatting({ scope, inFlow, aboutEnd }: Scene): Part | null {
  const field = scope.controls.find(
    (own) => isInput(own) && CHAT.test(`${labelOf(own)} ${scope.headings} ${own.context}`),
  );
  if (field && (inFlow || aboutEnd || scope.inDialog))
    return { step: 'details', verdict: 'needs-you', controls: [field], say: 'chat' };
  return null;
}

/** A word or a detail that has to be typed. */
export function typing({ scope, goal, aboutEnd, inFlow }: Scene): Part | null {
  if (!aboutEnd && !inFlow) return null;
  const fields = scope.controls.filter(
    (own) =>
      isInput(own) &&
      own.region !== 'footer' &&
      own.region !== 'header' &&
      own.region !== 'aside' &&
      !own.filled &&
      own.role !== 'searchbox' &&
      !/search|buscar|搜索|optional|opcional|选填|可选/iu.test(`${labelOf(own)} ${own.context.slice(0, 80)}`),
  );
  for (const field of fields) {
    const word = TYPE_WORD.exec(`${labelOf(field)} ${field.context}`)?.groups;
    if (word)
      return {
        step: 'confirm',
        verdict: 'this',
        controls: [field],
        say: 'type-word',
        values: { word: (word.word ?? word.palabra ?? word.zi ?? '').toUpperCase() },
      };
    if (!field.required && scope.disabled.length === 0) continue;
    const what = fillOf(field, goal);
    return {
      step: 'details',
      verdict: 'this',
      controls: [field],
      say: 'field',
      ...(what ? { fills: [{ id: field.id, ...what }] } : {}),
    };
  }
  return null;
}

function fillOf(field: Control, goal: OnlineGoal): { what: 'msisdn' | 'date' | 'order-number'; value: string } | null {
  const label = `${labelOf(field)} ${field.autocomplete ?? ''} ${field.inputType ?? ''}`;
  if (/order|pedido|订单/iu.test(label) && goal.marks[0]) return { what: 'order-number', value: goal.marks[0] };
  if (/phone|mobile|number|\btel\b|n[uú]mero|手机号|号码/iu.test(label) && goal.msisdn !== null)
    return { what: 'msisdn', value: goal.msisdn.slice(-10) };
  if (/date|fecha|日期/iu.test(label) && goal.endOn !== null) return { what: 'date', value: goal.endOn };
  return null;
}
