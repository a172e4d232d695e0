/** Whose line a control would end, where several stand on the page. */
import type { Candidate } from '../candidates.ts';
import { labelOf, plainText } from '../label.ts';
import { whoseControl, whoseIs } from '../lines.ts';
import type { Part, Scene } from '../scene.ts';
import type { Control } from '../types.ts';

/** The page is about somebody else's line: the way to one's own, or nothing. */
export function otherLine({ scope, goal, inFlow }: Scene, found: readonly Candidate[]): Part | null {
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
export function isAmbiguous({ goal }: Scene, first: Control, found: readonly Candidate[]): boolean {
  if (goal.msisdn === null || whoseControl(first, goal) === 'own') return false;
  const alike = found.filter(({ control }) => labelOf(control) === labelOf(first) && control.region === first.region);
  return alike.length > 1;
}

/** What is open is about another line than the goal's. */
export function otherLineShown({ scope, goal }: Scene): boolean {
  if (goal.msisdn === null) return false;
  const said = scope.inDialog ? scope.text : `${scope.headings} ${scope.text.slice(0, 1500)}`;
  return whoseIs(said, goal) === 'other';
}

/** Those that are as good as the first. The same words in the same place mean the same thing. */
export function leadersOf(found: readonly Candidate[]): Control[] {
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

/** How much better the first has to be for the others not to be meant as well. */
const CLEAR = 6;
