import { literal } from '../text/literal.ts';
import type { OnlineGoal, PageSnapshot } from './types.ts';

/**
 * The page and the goal with the carrier's own name turned into `us` where it is left (`Leave Example Mobile` reads like `Leave us`).
 * Only there: some names are common words (Visible, Metro).
 */
export function speakingOfUs(snapshot: PageSnapshot, goal: OnlineGoal): { snapshot: PageSnapshot; goal: OnlineGoal } {
  if (goal.carrier.names.length === 0) return { snapshot, goal };
  const names = goal.carrier.names.map(literal).join('|');
  const left = new RegExp(String.raw`\b(leave|leaving|quit|part ways with) (?:${names})(?!\w)`, 'giu');
  const us = (text: string): string => text.replace(left, '$1 us');
  return {
    snapshot: {
      ...snapshot,
      headings: snapshot.headings.map((own) => ({ ...own, text: us(own.text) })),
      controls: snapshot.controls.map((own) => ({
        ...own,
        name: us(own.name),
        text: us(own.text),
        headings: own.headings.map(us),
        context: us(own.context),
      })),
    },
    goal: {
      ...goal,
      knownSteps: goal.knownSteps.map(({ title, detail }) => ({ title: us(title), detail: detail && us(detail) })),
    },
  };
}
