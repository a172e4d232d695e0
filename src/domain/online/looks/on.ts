/** What goes on from here, and what leads there. */
import { endings, goingOn, refusals, signIns, ways } from '../candidates.ts';
import { isPress, labelOf } from '../label.ts';
import type { Part, Scene } from '../scene.ts';
import type { Control } from '../types.ts';
import { ABOUT_END, ADDON, AUTOPAY, BUYS, ENDS, GOES_ON, KEEPS, OTHER_MATTER, PAUSES, REAL_OFFERS } from '../words.ts';
import { fitsQuestion } from './question.ts';
import { isAmbiguous, leadersOf, otherLine, otherLineShown } from './rows.ts';

/** An offer in the way: the small way on, not the offer. */
export function offered(scene: Scene): Part | null {
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

export function ending(scene: Scene): Part | null {
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

/** Words of a button that goes on with whatever the page is about. */
const PLAINLY_ON =
  /^(continue|next|submit|proceed|confirm|继续|繼續|下一步|提交|确认|確認|continuar|siguiente|confirmar|enviar).{0,18}$/iu;

const LINE_WORD =
  /\b(line|service|wireless|number|plan|subscription|l[ií]nea|servicio)\b|线路|線路|号码|號碼|门号|門號|服务|手机/iu;

/** The next page of the same matter. */
export function onward(scene: Scene): Part | null {
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

/** Not here: the surest way there. */
export function leading(scene: Scene): Part | null {
  const { scope, goal, memory, snapshot } = scene;
  const [door] = signIns(scope, snapshot.controls);
  if (door) return { step: 'sign-in', verdict: 'elsewhere', controls: [door.control], say: 'sign-in-there' };
  const found = ways(scope, goal, memory);
  const clear = leadersOf(found);
  const [first] = clear;
  if (!first) return null;
  if (isAmbiguous(scene, first, found)) return { step: 'choose-line', verdict: 'abstain', say: 'line-any' };
  return {
    step: 'find-option',
    verdict: 'elsewhere',
    controls: [first],
    say: 'look-under',
    values: { label: labelOf(first) },
  };
}
