import { saveFile } from '../parts/save-file.ts';
import type { SituationJson } from '../questions/situation.ts';

/** Hands the situation over as a file that `simoff decide` reads. It is made in the page; nothing is sent. */
export function saveSituation(situation: SituationJson): void {
  const blob = new Blob([`${JSON.stringify(situation, null, 2)}\n`], { type: 'application/json' });
  saveFile(blob, `simoff-${situation.line.carrier}.json`);
}
