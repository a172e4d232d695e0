import type { SituationJson } from '../questions/situation.ts';

/** Hands the situation over as a file that `simoff decide` reads. It is made in the page; nothing is sent. */
export function saveSituation(situation: SituationJson): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(situation, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `simoff-${situation.line.carrier}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
