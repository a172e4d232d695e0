import { dangerOf } from './danger.ts';
import { isChoice, isInput, isSelect } from './label.ts';
import { ended, wall, walledIn } from './looks/end.ts';
import { loading, secrets } from './looks/enter.ts';
import { chatting, choosing, typing } from './looks/form.ts';
import { ending, leading, offered, onward } from './looks/on.ts';
import { speakingOfUs } from './own-name.ts';
import { scopeOf } from './page.ts';
import type { Part, Scene } from './scene.ts';
import { trapsOf } from './traps.ts';
import type { Control, OnlineGoal, OnlineJudgement, OnlineMemory, OnlineStep, PageSnapshot } from './types.ts';
import { ABOUT_END } from './words.ts';

/**
 * What to do on a page of self-care that ends a line, from what the page shows. Pure; never throws. It abstains rather than point at
 * a control that keeps, buys, pauses, or ends something else: such a control is in no answer, whatever else is on the page.
 */
export function judge(page: PageSnapshot, aim: OnlineGoal, memory: OnlineMemory): OnlineJudgement {
  const { snapshot, goal } = speakingOfUs(page, aim);
  const asShown = new Map(page.controls.map((own) => [own.id, own]));
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
  const controls = (part.controls ?? [])
    .filter((own) => own.visible && isAllowed(own, part, goal))
    .map((own) => asShown.get(own.id) ?? own);
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

/** The last look before anything is pointed at. To choose a line or a reason, or to fill in a field, does no harm by itself. */
function isAllowed(control: Control, { step, verdict }: Part, goal: OnlineGoal): boolean {
  const chooses = (step === 'reason' || step === 'choose-line') && (isChoice(control) || isSelect(control));
  if (verdict === 'needs-you' || chooses || isInput(control)) return true;
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
