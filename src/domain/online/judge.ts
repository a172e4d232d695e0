import { readAnswer } from '../confirm/read/read.ts';
import type { Reading } from '../confirm/reading.ts';
import { type Candidate, endings, goingOn, refusals, signIns, ways } from './candidates.ts';
import { choosingIn } from './choices.ts';
import { dangerOf } from './danger.ts';
import { isInput, isPress, labelOf, plainText } from './label.ts';
import { whoseControl, whoseIs } from './lines.ts';
import { type Scope, scopeOf, secretField, signInName } from './page.ts';
import { trapsOf } from './traps.ts';
import type { Control, OnlineGoal, OnlineJudgement, OnlineMemory, OnlineStep, PageSnapshot } from './types.ts';
import {
  ABOUT_END,
  ADDON,
  APP_STORE,
  AUTOPAY,
  BUYS,
  CHAT,
  CHAT_WALL,
  ENDS,
  GOES_ON,
  KEEPS,
  OTHER_MATTER,
  PAUSES,
  PHONE_WALL,
  REAL_OFFERS,
  SIGNS_IN,
  TYPE_WORD,
} from './words.ts';

interface Scene {
  snapshot: PageSnapshot;
  goal: OnlineGoal;
  memory: OnlineMemory;
  scope: Scope;
  /** Something on the way to the end was pointed at before. */
  inFlow: boolean;
  /** The page, or what is open in front of it, is about ending a line. */
  aboutEnd: boolean;
}

type Part = Pick<OnlineJudgement, 'step' | 'verdict'> & {
  controls?: readonly Control[];
  endsLine?: boolean;
  fills?: OnlineJudgement['fills'];
  say: string;
  values?: Readonly<Record<string, string>>;
  reading?: Reading | null;
};

/** How much better the first has to be for the others not to be meant as well. */
const CLEAR = 6;

/**
 * What to do on a page of self-care that ends a line, from what the page shows. Pure; never throws. It abstains rather than point at
 * a control that keeps, buys, pauses, or ends something else: such a control is in no answer, whatever else is on the page.
 */
export function judge(snapshot: PageSnapshot, goal: OnlineGoal, memory: OnlineMemory): OnlineJudgement {
  const scope = scopeOf(snapshot);
  const scene: Scene = {
    snapshot,
    goal,
    memory,
    scope,
    inFlow: memory.steps.some(
      ({ step, verdict }) =>
        IN_FLOW.includes(step) && ['this', 'one-of', 'wants-you-to-stay', 'needs-you'].includes(verdict),
    ),
    aboutEnd: ABOUT_END.test(scope.headings) || (scope.inDialog && ABOUT_END.test(scope.text)),
  };
  const part = LOOKS.map((look) => look(scene)).find((found) => found !== null) ?? {
    step: 'find-option',
    verdict: 'abstain',
    say: 'unsure',
  };
  const controls = (part.controls ?? []).filter((own) => own.visible && isAllowed(own, part, goal));
  const lost = (part.controls?.length ?? 0) > 0 && controls.length === 0;
  const shown: Part = lost ? { step: part.step, verdict: 'abstain', say: 'unsure' } : part;
  const traps = trapsOf(snapshot, scope, goal);
  return {
    step: shown.step,
    verdict: shown.verdict,
    control: shown.verdict === 'one-of' ? null : (controls[0] ?? null),
    controls: shown.verdict === 'one-of' ? controls : controls.slice(0, 1),
    endsLine: shown.endsLine === true && !lost,
    fills: shown.fills ?? [],
    traps,
    say: { code: shown.say, values: shown.values ?? {} },
    reading: shown.reading ?? null,
  };
}

const IN_FLOW: readonly OnlineStep[] = [
  'choose-line',
  'find-option',
  'reason',
  'offer',
  'date',
  'details',
  'confirm',
  'wait',
];

/** The last look before anything is pointed at. Choosing a line away, a reason, or a field to fill in is no harm. */
function isAllowed(control: Control, { step, verdict }: Part, goal: OnlineGoal): boolean {
  if (verdict === 'needs-you' || step === 'reason' || step === 'choose-line' || isInput(control)) return true;
  return dangerOf(control, goal) === null;
}

/** In this order: what stops everything, what was reached, what has to be filled in, what goes on, what leads there. */
const LOOKS: readonly ((scene: Scene) => Part | null)[] = [
  loading,
  secrets,
  ended,
  wall,
  choosing,
  chatting,
  typing,
  offered,
  ending,
  onward,
  walledIn,
  leading,
];

function loading({ snapshot, scope }: Scene): Part | null {
  const empty = scope.controls.length === 0 && plainText(snapshot.text).length < 40;
  return empty || (snapshot.busy && scope.controls.filter(isPress).length < 2)
    ? { step: 'wait', verdict: 'abstain', say: 'loading' }
    : null;
}

/** A password, a code, a PIN: the user's alone. Once it is typed, the button beside it. */
function secrets({ scope, goal, inFlow }: Scene): Part | null {
  const secret = secretField(scope) ?? (inFlow ? null : signInName(scope));
  if (!secret) return null;
  const fields = scope.controls.filter((own) => isInput(own) && (own.secret || own === secret));
  if (fields.every(({ filled }) => filled)) {
    const buttons = scope.controls.filter(
      (own) =>
        isPress(own) &&
        own.order > secret.order &&
        (SIGNS_IN.test(labelOf(own)) ||
          GOES_ON.test(labelOf(own)) ||
          ENDS.test(labelOf(own)) ||
          /verify|验证|驗證|verificar/iu.test(labelOf(own))) &&
        dangerOf(own, goal) === null &&
        !/resend|forgot|重新发送|忘记|olvid/iu.test(labelOf(own)),
    );
    const [button] = buttons;
    if (button)
      return {
        step: inFlow ? 'confirm' : 'sign-in',
        verdict: 'this',
        controls: [button],
        endsLine: ENDS.test(labelOf(button)),
        say: 'after-secret',
      };
  }
  return {
    step: inFlow ? 'confirm' : 'sign-in',
    verdict: 'needs-you',
    controls: [secret],
    say: secret.secret && secret.inputType !== 'password' ? 'code' : 'sign-in',
  };
}

/** Buttons that only leave an end page, or ask how it was. */
const LEAVES =
  /^(done|ok(ay)?|close|finish|got it|home|overview|dashboard|print|download|save( as)? pdf|help|support|contact us|sign out|log out|back\b.*|return\b.*|view\b.*|go to\b.*|my account|account|完成|好的?|知道了|返回.*|首页|关闭|退出登录|listo|volver.*|inicio|cerrar( sesi[oó]n)?|aceptar)$|feedback|survey|rate|好评|评价/iu;

/** Buttons that still do something. */
const STILL_TO_DO =
  /\b(confirm|submit|yes|proceed|continue|next|place|request|agree|looks good|disconnect|deactivate|terminate|cancel (service|line|plan|my|now|this)|complete)\b|提交|确认|確認|确定|確定|下一步|继续|confirmar|enviar|continuar|siguiente/iu;

/** The page says what became of it. */
function ended({ scope, goal, inFlow, snapshot }: Scene): Part | null {
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
function wall({ scope, goal, aboutEnd, inFlow }: Scene): Part | null {
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

function choosing({ scope, goal, aboutEnd, inFlow }: Scene): Part | null {
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

/** A word or a detail that has to be typed. */
function typing({ scope, goal, aboutEnd, inFlow }: Scene): Part | null {
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

/** An offer in the way: the small way on, not the offer. */
function offered(scene: Scene): Part | null {
  const { scope, goal } = scene;
  const labels = scope.controls.filter(isPress).map(labelOf);
  const tempts = labels.some((label) => BUYS.test(label) || KEEPS.test(label) || PAUSES.test(label));
  if (
    !REAL_OFFERS.test(`${scope.headings} ${scope.text}`) ||
    !ABOUT_END.test(`${scope.headings} ${scope.text} ${labels.join(' ')}`) ||
    !tempts
  )
    return null;
  const on = [
    ...refusals(scope, goal),
    ...endings(scope, goal).map(({ control, score }) => ({ control, score: score - 4 })),
  ].sort((a, b) => b.score - a.score);
  const [first] = on.filter((own) => fitsQuestion(scene, own));
  return first ? { step: 'offer', verdict: 'wants-you-to-stay', controls: [first.control], say: 'offer' } : null;
}

function ending(scene: Scene): Part | null {
  const { scope, goal, aboutEnd } = scene;
  const found = endings(scope, goal).filter(({ score }) => score >= 80);
  if (found.length === 0) return null;
  const elsewhere = otherLine(scene, found);
  if (elsewhere) return elsewhere;
  const clear = leadersOf(found);
  const [first] = clear;
  if (!first) return null;
  const label = labelOf(first);
  const ends =
    (aboutEnd || scope.inDialog) &&
    !/^(continue|next|start|begin|proceed|review|continuar|siguiente|继续|下一步)/iu.test(label);
  if (isAmbiguous(scene, first, found)) return { step: 'choose-line', verdict: 'abstain', say: 'line-any' };
  if (clear.length > 1) return { step: 'find-option', verdict: 'one-of', controls: clear, say: 'end-one-of' };
  return {
    step: ends ? 'confirm' : 'find-option',
    verdict: 'this',
    controls: [first],
    endsLine: ends,
    say: ends ? 'end-click' : 'option',
  };
}

/** The page is about somebody else's line: the way to one's own, or nothing. */
function otherLine({ scope, goal, inFlow }: Scene, found: readonly Candidate[]): Part | null {
  if (goal.msisdn === null || found.some(({ control }) => ['own', 'mixed'].includes(whoseControl(control, goal))))
    return null;
  const said = scope.inDialog ? scope.text : `${scope.headings} ${scope.text}`;
  if (whoseIs(said, goal) !== 'other' || (inFlow && !scope.inDialog && whoseIs(scope.headings, goal) !== 'other'))
    return null;
  const mine = scope.controls.filter((own) => whoseControl({ ...own, context: '', row: '' }, goal) === 'own');
  return mine.length > 0
    ? { step: 'choose-line', verdict: 'this', controls: mine.slice(0, 1), say: 'line' }
    : { step: 'choose-line', verdict: 'abstain', say: 'line-unknown' };
}

/** The same words stand in several rows, and nothing tells which row is the line's own. */
function isAmbiguous({ goal }: Scene, first: Control, found: readonly Candidate[]): boolean {
  if (goal.msisdn === null || whoseControl(first, goal) === 'own') return false;
  const alike = found.filter(({ control }) => labelOf(control) === labelOf(first) && control.region === first.region);
  return alike.length > 1 && whoseControl(first, goal) !== 'own';
}

const LINE_WORD =
  /\b(line|service|wireless|number|plan|subscription|l[ií]nea|servicio)\b|线路|線路|号码|號碼|门号|門號|服务|手机/iu;

/** What is open is about another line than the goal's. */
function otherLineShown({ scope, goal }: Scene): boolean {
  if (goal.msisdn === null) return false;
  const said = scope.inDialog ? scope.text : `${scope.headings} ${scope.text.slice(0, 1500)}`;
  return whoseIs(said, goal) === 'other';
}

/** Those that are as good as the first. The same words in the same place mean the same thing. */
function leadersOf(found: readonly Candidate[]): Control[] {
  const top = found[0]?.score ?? 0;
  const close = found.filter(({ score }) => top - score < CLEAR).map(({ control }) => control);
  const seen = new Set<string>();
  return close.filter((own) => {
    const key = `${labelOf(own).toLowerCase()} ${own.href ?? ''} ${plainText(own.context).slice(0, 60)}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

const BARE_YES = /^(yes|ok(ay)?|s[ií]|是的?|确定|確定|aceptar|accept)$/iu;
const BARE_NO = /^(no|否|不)$/iu;

/** What "yes" would mean here: the end, the opposite, or nobody can tell. */
function yesMeans({ scope }: Scene): 'end' | 'keep' | 'unclear' {
  const asked = `${scope.headings} ${scope.inDialog ? scope.text.slice(0, 300) : ''}`;
  if (!ABOUT_END.test(asked)) return 'unclear';
  if (
    /放弃.{0,8}(注销|销户|申请)|(stop|abandon|discard|undo|withdraw).{0,20}cancel|keep (your|my)|desistir|保留|不.{0,3}(注销|取消)吗/iu.test(
      asked,
    )
  )
    return 'keep';
  return /\?|？|sure|seguro|确定|確定|是否/iu.test(asked) ? 'end' : 'unclear';
}

/** Short answers say nothing without their question. */
function fitsQuestion(scene: Scene, { control }: Candidate): boolean {
  const label = labelOf(control);
  if (/helpful|useful|有帮助|有用吗|[uú]til/iu.test(`${control.context} ${control.headings[0] ?? ''}`)) return false;
  const yes = yesMeans(scene);
  if (BARE_YES.test(label)) return yes === 'end';
  if (BARE_NO.test(label)) return yes === 'keep' && scene.scope.inDialog;
  return true;
}

/** Words of a button that goes on with whatever the page is about. */
const PLAINLY_ON =
  /^(continue|next|submit|proceed|confirm|继续|繼續|下一步|提交|确认|確認|continuar|siguiente|confirmar|enviar).{0,18}$/iu;

/** The next page of the same matter. */
function onward(scene: Scene): Part | null {
  const { scope, goal, inFlow, memory } = scene;
  const heading = scope.headings;
  const astray =
    [BUYS, PAUSES, AUTOPAY, ADDON, OTHER_MATTER].some((form) => form.test(heading)) && !LINE_WORD.test(heading);
  const stayed = /thank(s| you) for staying|withdrawn|glad you|感谢.{0,6}(留下|继续)|gracias por quedarse/iu.test(
    `${heading} ${scope.text.slice(0, 300)}`,
  );
  const aboutEnd = scene.aboutEnd && !(OTHER_MATTER.test(heading) && !LINE_WORD.test(heading));
  if ((!aboutEnd && !inFlow) || astray || stayed) return null;
  if (otherLineShown(scene)) return null;
  const offers = REAL_OFFERS.test(`${heading} ${scope.text}`);
  const refusing = refusals(scope, goal);
  const on =
    offers && refusing.length === 0 && !aboutEnd
      ? []
      : goingOn(scope, goal).filter((own) => aboutEnd || PLAINLY_ON.test(labelOf(own.control)));
  // A page one strayed to has a plainer way than its own buttons.
  const back = aboutEnd ? undefined : ways(scope, goal, memory)[0];
  const [first] = [...refusing, ...on].filter((own) => fitsQuestion(scene, own)).sort((x, y) => y.score - x.score);
  if (first && back && back.score > first.score + 10) return null;
  if (!first || isHome(first.control))
    return scope.disabled.some((own) => GOES_ON.test(labelOf(own)) || ENDS.test(labelOf(own)))
      ? { step: 'details', verdict: 'abstain', say: 'something-missing' }
      : null;
  const sure =
    /are you sure|cannot be undone|final step|review your cancel|confirm|seguro|确定要|確定要|最后一步|最後一步|无法撤销|無法|确认|確認/iu.test(
      `${scope.headings} ${scope.inDialog ? scope.text : ''}`,
    );
  const ends =
    sure &&
    /confirm|submit|yes|finish|提交|确认|确定|confirmar|enviar|aceptar|continue|確定|確認|\bok\b|s[ií]/iu.test(
      labelOf(first.control),
    );
  return {
    step: ends ? 'confirm' : 'details',
    verdict: 'this',
    controls: [first.control],
    endsLine: ends,
    say: ends ? 'end-click' : 'go-on',
  };
}

function isHome(control: Control): boolean {
  return (
    /home|dashboard|account|overview|shopping|explore|首页|账户|inicio|cuenta/iu.test(labelOf(control)) &&
    !ENDS.test(labelOf(control))
  );
}

/** A chat is open: what is said there is the user's. */
function chatting({ scope, inFlow, aboutEnd }: Scene): Part | null {
  const field = scope.controls.find(
    (own) => isInput(own) && CHAT.test(`${labelOf(own)} ${scope.headings} ${own.context}`),
  );
  if (field && (inFlow || aboutEnd || scope.inDialog))
    return { step: 'details', verdict: 'needs-you', controls: [field], say: 'chat' };
  return null;
}

/** The chat is the only way on. */
function walledIn({ scope }: Scene): Part | null {
  const chat = chatControl(scope);
  if (!chat || !CHAT_WALL.test(scope.text)) return null;
  return { step: 'details', verdict: 'elsewhere', controls: [chat], say: 'chat-wall' };
}

/** Not here: the surest way there. */
function leading(scene: Scene): Part | null {
  const { scope, goal, memory, snapshot } = scene;
  const [door] = signIns(scope, snapshot.controls);
  if (door) return { step: 'sign-in', verdict: 'elsewhere', controls: [door.control], say: 'sign-in-there' };
  const found = ways(scope, goal, memory);
  const clear = leadersOf(found);
  const [first] = clear;
  if (!first) return null;
  if (isAmbiguous(scene, first, found)) return { step: 'choose-line', verdict: 'abstain', say: 'line-any' };
  const rows = clear.filter(
    (own) => labelOf(own) === labelOf(first) && plainText(own.context) !== plainText(first.context),
  );
  if (
    rows.length > 0 &&
    goal.msisdn !== null &&
    whoseControl(first, goal) === 'none' &&
    whoseIs(scope.text, goal) === 'other'
  )
    return null;
  return {
    step: 'find-option',
    verdict: 'elsewhere',
    controls: [first],
    say: 'look-under',
    values: { label: labelOf(first) },
  };
}
