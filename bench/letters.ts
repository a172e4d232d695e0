import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type LetterMaker, MAKERS, type MakerName, makerOf } from './letter-makers.ts';

const SECONDS = 2;
const ROUNDS = 7;

/**
 * Letters in one second, and the time from starting Node to the first one, beside pdfkit and pdfmake on the same content and
 * fonts. First letters are medians of alternating runs, so that a busy machine hits all alike.
 */
export async function letters(root: string): Promise<Record<string, number>> {
  const rate = {} as Record<MakerName, number>;
  for (const name of MAKERS) rate[name] = await perSecond(await makerOf(name, root));
  const first = firstLetters(root);
  return {
    lettersPerSecond: round1(rate.typst),
    pdfkitLettersPerSecond: round1(rate.pdfkit),
    pdfmakeLettersPerSecond: round1(rate.pdfmake),
    lettersRatioToPdfkit: round2(rate.typst / rate.pdfkit),
    lettersRatioToPdfmake: round2(rate.typst / rate.pdfmake),
    firstLetterMs: Math.round(first.typst),
    firstLetterRatioToPdfkit: round2(first.typst / first.pdfkit),
    firstLetterRatioToPdfmake: round2(first.typst / first.pdfmake),
  };
}

async function perSecond(make: LetterMaker): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) await make(turn);
  const started = performance.now();
  let made = 0;
  while (performance.now() - started < SECONDS * 1000) {
    made += 1;
    await make(made + 10);
  }
  return made / ((performance.now() - started) / 1000);
}

function firstLetters(root: string): Record<MakerName, number> {
  const node = join(root, 'node_modules/.bin/node');
  const times: Record<MakerName, number[]> = { typst: [], pdfkit: [], pdfmake: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of MAKERS) {
      const started = performance.now();
      const { status } = spawnSync(node, [join(root, 'bench/first-letter.ts'), name], { stdio: 'ignore' });
      if (status !== 0) throw new Error(`first-letter.ts ${name} ended with ${status}`);
      times[name].push(performance.now() - started);
    }
  }
  const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
  return { typst: median(times.typst), pdfkit: median(times.pdfkit), pdfmake: median(times.pdfmake) };
}

const round1 = (value: number): number => Math.round(value * 10) / 10;
const round2 = (value: number): number => Math.round(value * 100) / 100;
