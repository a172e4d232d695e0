/** Controls that may be the next one, each with how well it fits. */
import { dangerOf, isKnownStep } from './danger.ts';
import { isPress, labelOf, plainText } from './label.ts';
import { whoseControl } from './lines.ts';
import type { Scope } from './page.ts';
import type { Control, OnlineGoal, OnlineMemory, Region } from './types.ts';
import { BARE_CANCEL, BUYS, CHAT, ENDS, GIVES_BACK, GOES_ON, KEEPS, PAUSES, REFUSES, SIGNS_IN, WAYS } from './words.ts';

export interface Candidate {
  control: Control;
  score: number;
}

const PLACE: Record<Region, number> = { dialog: 10, main: 8, aside: 0, unknown: 2, nav: 0, header: -3, footer: -16 };
/** Words of pages that explain, not of controls that act. */
const EXPLAINS =
  /\b(learn|how (to|do)|faqs?|policy|policies|about|read more|terms|article|see our|find out|what happens|info|information|guide|questions)\b|m[aá]s informaci[oó]n|c[oó]mo |pol[ií]tica|怎么|如何|说明|說明|政策|条款|常见问题|了解/iu;
const MAIL = /^(mailto|tel|sms|javascript:void\(window\.open)/iu;
const LONG = 70;

function fits(control: Control, goal: OnlineGoal): boolean {
  return (
    isPress(control) &&
    control.enabled &&
    control.visible &&
    !MAIL.test(control.href ?? '') &&
    dangerOf(control, goal) === null
  );
}

function placed(control: Control, goal: OnlineGoal): number {
  const whose = whoseControl(control, goal);
  return (
    PLACE[control.region] + (whose === 'own' ? 25 : whose === 'mixed' ? -4 : 0) + (control.role === 'button' ? 3 : 0)
  );
}

const best = (all: Candidate[]): Candidate[] =>
  all.sort((a, b) => b.score - a.score || a.control.order - b.control.order);

/** Those that end the line or lead on to its end. */
export function endings(scope: Scope, goal: OnlineGoal): Candidate[] {
  return best(
    scope.controls.flatMap((control) => {
      const label = labelOf(control);
      const explains = EXPLAINS.test(label) && !/^(confirm|yes|submit)/iu.test(label);
      if (!fits(control, goal) || explains) return [];
      const known = isKnownStep(label, goal) && (ENDS.test(label) || /auto[- ]?renew|续费|续订/iu.test(label));
      const gives = GIVES_BACK.test(label);
      const bare = BARE_CANCEL.test(label) && isEndingCancel(control, scope, goal);
      if (!ENDS.test(label) && !known && !gives && !bare) return [];
      const score =
        100 +
        placed(control, goal) +
        (known ? 15 : 0) -
        (label.length > LONG ? 25 : 0) -
        (gives && !known ? 15 : 0) -
        (bare ? 12 : 0);
      return [{ control, score }];
    }),
  );
}

/** "Cancel" ends the line where the other button keeps it, or where it stands in the line's own card; else it closes what is open. */
function isEndingCancel(control: Control, scope: Scope, goal: OnlineGoal): boolean {
  const beside = scope.controls.filter(
    (own) => own !== control && isPress(own) && own.region === control.region && near(own, control),
  );
  const labels = beside.map(labelOf);
  if (labels.some((label) => (GOES_ON.test(label) || ENDS.test(label)) && !KEEPS.test(label))) return false;
  const asked = `${scope.headings} ${control.headings.join(' ')} ${scope.inDialog ? scope.text : ''}`;
  if (!ENDS.test(asked) && !scope.inDialog)
    return whoseControl(control, goal) === 'own' && labels.some((label) => PAUSES.test(label));
  if (!ENDS.test(asked)) return false;
  if (labels.some((label) => KEEPS.test(label) && !/^back$|^go back$|返回|volver|atr[aá]s/iu.test(label))) return true;
  if (scope.inDialog) return false;
  return (
    whoseControl(control, goal) === 'own' &&
    labels.some((label) => PAUSES.test(label) || BUYS.test(label) || /manage|details|管理|详情/iu.test(label))
  );
}

/** They stand in the same card, row or dialog. */
function near(a: Control, b: Control): boolean {
  return (
    a.region === 'dialog' ||
    plainText(a.context) === plainText(b.context) ||
    (a.headings[0] !== undefined && a.headings[0] === b.headings[0])
  );
}

/** Those that go past an offer, the plainest first. */
export function refusals(scope: Scope, goal: OnlineGoal): Candidate[] {
  return best(
    scope.controls.flatMap((control) => {
      const label = labelOf(control);
      if (!fits(control, goal) || !REFUSES.test(label) || CHAT.test(label)) return [];
      const plain = /\b(continue|proceed|still|anyway)\b|继续|繼續|坚持|仍要|continuar|seguir/iu.test(label) ? 12 : 0;
      return [{ control, score: 90 + plain + placed(control, goal) }];
    }),
  );
}

/** Those that only go on to the next page of the same matter. */
export function goingOn(scope: Scope, goal: OnlineGoal): Candidate[] {
  return best(
    scope.controls.flatMap((control) => {
      const label = labelOf(control);
      const counts = GOES_ON.test(label) && label.length <= LONG && !EXPLAINS.test(label) && !CHAT.test(label);
      if (!fits(control, goal) || !counts || control.region === 'footer' || control.region === 'nav') return [];
      const submits = /submit|confirm|提交|确认|確認|enviar|confirmar/iu.test(label) ? 3 : 0;
      return [{ control, score: 70 + submits + placed(control, goal) }];
    }),
  );
}

/** Menus, links and tabs under which the line may be found, the surest first. What was tried before comes last. */
export function ways(scope: Scope, goal: OnlineGoal, memory: OnlineMemory): Candidate[] {
  return best(
    scope.controls.flatMap((control) => {
      const label = labelOf(control);
      if (!fits(control, goal) || label.length > LONG * 1.4 || CHAT.test(label) || SIGN_OUT_OR_IN.test(label))
        return [];
      const listed = WAYS.find(([, form]) => form.test(label))?.[0] ?? 0;
      const own = whoseControl({ ...control, context: '', row: '' }, goal) === 'own' ? 72 : 0;
      const known = isKnownStep(label, goal) ? 76 : 0;
      const explained = EXPLAINS.test(label) && ENDS.test(label) ? 34 : 0;
      const base = Math.max(listed, own, known, explained);
      if (base === 0) return [];
      const tried = memory.steps.filter(({ clicked }) => clicked === label).length;
      const opened = control.expanded === true ? 40 : 0;
      const selected = control.checked === true ? 30 : 0;
      const score = base + placed(control, goal) - tried * 30 - opened - selected - (label.length > 36 ? 12 : 0);
      return score >= 20 ? [{ control, score }] : [];
    }),
  );
}

const SIGN_OUT_OR_IN = /\b(log|sign) ?-?(out|off|in|up)\b|iniciar sesi|登录|登錄|登出|退出/iu;

/** Where one signs in; none where somebody is signed in already. */
export function signIns(scope: Scope, all: readonly Control[]): Candidate[] {
  if (all.some((own) => /\b(log|sign) ?-?(out|off)\b|cerrar sesi|退出登录|登出/iu.test(labelOf(own)))) return [];
  return best(
    scope.controls.flatMap((control) => {
      const label = labelOf(control);
      const counts =
        SIGNS_IN.test(label) &&
        label.length < 40 &&
        /\b(log|sign) ?-?in\b|iniciar|ingresar|acceder|entrar|登录|登錄|登入/iu.test(label);
      return counts && isPress(control) && control.enabled && !MAIL.test(control.href ?? '')
        ? [{ control, score: 60 + PLACE[control.region] }]
        : [];
    }),
  );
}
