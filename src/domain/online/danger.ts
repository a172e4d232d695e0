import { isChoice, labelOf, surroundingsOf } from './label.ts';
import { whoseControl } from './lines.ts';
import type { Control, OnlineGoal } from './types.ts';
import {
  ADDON,
  AUTOPAY,
  BARE_CANCEL,
  BUYS,
  ENDS,
  KEEPS,
  LOGS_OUT,
  OTHER_ACTS,
  OTHER_MATTER,
  PAUSES,
  REFUSES,
  WHOLE_ACCOUNT,
} from './words.ts';

export const DANGERS = [
  'keeps',
  'buys',
  'pauses',
  'autopay',
  'add-on',
  'other-matter',
  'other-act',
  'whole-account',
  'other-line',
  'logs-out',
] as const;
export type Danger = (typeof DANGERS)[number];

/** A thing that comes with a line is named, and the line itself is not. */
const LINE =
  /\b(line|service|plan|subscription|wireless|number|sim|esim|l[ií]nea|servicio|suscripci[oó]n|n[uú]mero)s?\b|线路|線路|号码|號碼|套餐|订阅|服务|服務|手机|门号|卡/iu;

/**
 * What pressing a control might do that is not wanted; null: nothing that can be told from its words and place. Errs on the side of
 * danger: a control that keeps, buys, pauses or ends something else is never pointed at.
 */
export function dangerOf(control: Control, goal: OnlineGoal): Danger | null {
  const label = labelOf(control);
  const known = isKnownStep(label, goal);
  if (LOGS_OUT.test(label)) return 'logs-out';
  if (isKeeping(label)) return 'keeps';
  if (!known && AUTOPAY.test(label)) return 'autopay';
  if (isMixedPause(label)) return null;
  if (PAUSES.test(label) && !REFUSES.test(label)) return 'pauses';
  if (BUYS.test(label) && !isRefusal(label)) return 'buys';
  if (OTHER_ACTS.test(label)) return 'other-act';
  const ends = ENDS.test(label) || BARE_CANCEL.test(label) || TAKES_AWAY.test(label);
  if (ends && WHOLE_ACCOUNT.test(label)) return 'whole-account';
  if (ends && ADDON.test(label) && !lineBeside(label)) return 'add-on';
  if (ends && OTHER_MATTER.test(label) && !lineBeside(label)) return 'other-matter';
  if (ends && !LINE.test(label) && !ENDS.test(label) && !known) {
    const around = control.context.slice(0, 240);
    if (ADDON.test(around) && !lineBeside(around)) return 'add-on';
    if (AUTOPAY.test(around) && !lineBeside(around)) return 'autopay';
  }
  if (ends && GENERIC.test(label) && isOtherProduct(control)) return 'add-on';
  if (whoseControl(control, goal) === 'other') return 'other-line';
  return null;
}

/** A thing every card on the page may call its own. */
const GENERIC = /\b(plan|subscription|service|membership|coverage)\b|订阅|訂閱|套餐|服务|服務/iu;

/** The card it stands in is about something that comes with a line, or another product. */
function isOtherProduct({ headings, context, name }: Control): boolean {
  const card = context.replace(name, ' ').slice(0, 160);
  if (LINE_CARD.test(card)) return false;
  if (ADDON.test(card)) return true;
  const heading = headings[0] ?? '';
  return ADDON.test(heading) && !LINE_CARD.test(heading);
}

const LINE_CARD =
  /\b(my line|wireless|talk|unlimited|phone number)\b|\d{3}[-. ]\d{4}|[•*x]{2,}.{0,4}\d{4}|线路|線路|号码|號碼|门号|門號/iu;

/** Something is taken away; what, the rest says. */
const TAKES_AWAY =
  /\b(cancel|remove|delete|end|stop|disconnect|deactivate|turn off|cancelar|eliminar|quitar|desactivar)\b|取消|删除|刪除|移除|退订|退訂|关闭|關閉/iu;

/** Keeping is said by the whole label; "No, I do not want to keep my plan" refuses it. */
function isKeeping(label: string): boolean {
  if (!KEEPS.test(label)) return false;
  if (
    /\b(don't|do not|no longer|not) (want to |wish to )?(keep|stay)\b|no quiero (seguir|mantener)|不(再|想)?(保留|继续使用)/iu.test(
      label,
    )
  )
    return false;
  // "Continue to cancellation (you will not stay covered)" goes on; "Never mind, keep it" does not.
  const goesOn =
    /\b(continue|proceed) (to |with )?(my |the )?cancel|cancel anyway|still (want|like|wish) to (cancel|leave)|继续注销|繼續註銷|继续取消|仍要/iu.test(
      label,
    );
  return !goesOn;
}

/** "Suspend or cancel service" leads to both. */
function isMixedPause(label: string): boolean {
  return (
    PAUSES.test(label) &&
    ENDS.test(label) &&
    /\bor\b|\band\b|\/|&|,|\bo\b|\by\b|或|与|和|、/iu.test(label) &&
    !/instead|en lugar|改为/iu.test(label)
  );
}

function isRefusal(label: string): boolean {
  return (
    REFUSES.test(label) &&
    /^(no\b|i\b|skip|decline|不|continue|continuar|seguir|继续|still|yes, cancel|cancel)/iu.test(label)
  );
}

function lineBeside(text: string): boolean {
  if (/\p{Script=Han}/u.test(text))
    return /号码(?!提醒)|號碼|线路|線路|门号|門號|手机号|手機號/u.test(text) && !/亲情|變更|变更|预约|預約/u.test(text);
  const without = text
    .replace(new RegExp(ADDON.source, 'giu'), ' ')
    .replace(new RegExp(OTHER_MATTER.source, 'giu'), ' ')
    .replace(new RegExp(AUTOPAY.source, 'giu'), ' ');
  return LINE.test(without);
}

/** The catalog names this step of the carrier's own pages: as a step, or as one of the menus of a step (`Profile > Orders`). */
export function isKnownStep(label: string, goal: OnlineGoal): boolean {
  const own = label.toLowerCase();
  return goal.knownSteps.some(
    ({ title, detail }) =>
      own.length > 3 &&
      [title, ...(detail?.includes('>') ? detail.split(/[>,.;:()"“”]| or /) : [])].some(
        (text) => text.trim().toLowerCase() === own,
      ),
  );
}

/** A choice that would do harm when it is taken, such as "pause instead" among the ways to go on. */
export function isHarmless(control: Control, goal: OnlineGoal): boolean {
  const danger = dangerOf(control, goal);
  if (danger === null) return true;
  // Reasons for leaving speak of plans and devices without doing anything to them.
  return (
    isChoice(control) &&
    (danger === 'buys' || danger === 'add-on') &&
    /reason|why|motivo|原因|理由|为什么/iu.test(surroundingsOf(control))
  );
}
