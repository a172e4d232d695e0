/** What was reached: an end page, or a wall. */

import { readAnswer } from '../../confirm/read/read.ts';
import { endings, goingOn, refusals } from '../candidates.ts';
import { choosingIn } from '../choices.ts';
import { dangerOf } from '../danger.ts';
import { isInput, isPress, labelOf } from '../label.ts';
import type { Scope } from '../page.ts';
import type { Part, Scene } from '../scene.ts';
import type { Control, OnlineGoal } from '../types.ts';
import { APP_STORE, CHAT, CHAT_WALL, PAUSES, PHONE_WALL } from '../words.ts';

/** Buttons that only leave an end page, or ask how it was. */
const LEAVES =
  /^(done|ok(ay)?|close|finish|got it|home|overview|dashboard|print|download|save( as)? pdf|help|support|contact us|sign out|log out|back\b.*|return\b.*|view\b.*|go to\b.*|my account|account|完成|好的?|知道了|返回.*|首页|关闭|退出登录|listo|volver.*|inicio|cerrar( sesi[oó]n)?|aceptar)$|feedback|survey|rate|好评|评价/iu;

/** Buttons that still do something. */
const STILL_TO_DO =
  /\b(confirm|submit|yes|proceed|continue|next|place|request|agree|looks good|disconnect|deactivate|terminate|cancel (service|line|plan|my|now|this)|complete)\b|提交|确认|確認|确定|確定|下一步|继续|confirmar|enviar|continuar|siguiente/iu;

/** The page says what became of it. */
export function ended({ scope, goal, inFlow, snapshot }: Scene): Part | null {
  const context = {
    line: { carrier: goal.carrier.slug, msisdn: goal.msisdn, iccid: null },
    accountNumber: null,
    receivedOn: goal.today,
    zone: goal.zone,
    carrierNames: goal.carrier.names,
  };
  const raw = scope.inDialog ? scope.text : snapshot.text;
  const reading = readAnswer(raw, context);
  if (
    !['accepted', 'received-only', 'pre-registered', 'port-out'].includes(reading.kind) ||
    reading.line.matches === false
  )
    return null;
  const told = readAnswer(snapshot.headings.map(({ text }) => text).join('\n\n'), context).kind;
  const isHeading = told !== 'other' && told !== 'retention-offer' && told !== 'final-bill';
  if (!inFlow && !isHeading) return null;
  const front = scope.controls.filter(
    ({ region }) => region !== 'nav' && region !== 'header' && region !== 'footer' && region !== 'aside',
  );
  const left = front.some(
    (own) =>
      isPress(own) && !LEAVES.test(labelOf(own)) && dangerOf(own, goal) === null && STILL_TO_DO.test(labelOf(own)),
  );
  const asks = front.some(
    (own) =>
      isInput(own) &&
      !own.filled &&
      !CHAT.test(labelOf(own)) &&
      !/feedback|comment|search|rate|评价|意见/iu.test(`${labelOf(own)} ${own.context}`),
  );
  const isPaused = PAUSES.test(raw) && !/cancel|disconnect|deactivat|terminat|注销|註銷|取消|baja/iu.test(raw);
  if (left || asks || isPaused) return null;
  const choosing = choosingIn(scope, goal);
  if ((choosing !== null && choosing.step !== 'reason') || endings(scope, goal).some(({ score }) => score > 100))
    return null;
  return { step: 'end', verdict: 'done', say: `end-${reading.kind}`, reading };
}

/** Only a store of apps or a call ends it. */
export function wall({ scope, goal, aboutEnd, inFlow }: Scene): Part | null {
  if (!aboutEnd && !inFlow) return null;
  const open = endings(scope, goal).length > 0 || choosingIn(scope, goal) !== null || refusals(scope, goal).length > 0;
  if (open) return null;
  if (APP_STORE.test(scope.text)) return { step: 'end', verdict: 'done', say: 'app-store' };
  const chat = chatControl(scope);
  if (CHAT_WALL.test(scope.text) && chat) return null;
  return PHONE_WALL.test(scope.text) && !goesOnHere(scope, goal)
    ? { step: 'end', verdict: 'done', say: 'phone-wall' }
    : null;
}

function goesOnHere(scope: Scope, goal: OnlineGoal): boolean {
  return goingOn(scope, goal).some(
    ({ control }) => !/done|finish|ok|home|account|完成|好|listo/iu.test(labelOf(control)),
  );
}

function chatControl({ controls }: Scope): Control | null {
  return controls.find((own) => isPress(own) && CHAT.test(labelOf(own))) ?? null;
}

/** The chat is the only way on. */
export function walledIn({ scope }: Scene): Part | null {
  const chat = chatControl(scope);
  if (!chat || !CHAT_WALL.test(scope.text)) return null;
  return { step: 'details', verdict: 'elsewhere', controls: [chat], say: 'chat-wall' };
}
