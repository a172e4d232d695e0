import type { NextActionView } from '../../app/case/view.ts';
import type { MissingView } from '../../app/prepare-types.ts';
import type { Say } from '../../locale/say.ts';
import { nextLines } from './render-case.ts';
import { wrap } from './wrap.ts';

interface Shown {
  files: readonly { path: string; kind: string }[];
  missing: readonly MissingView[];
  nextAction: NextActionView | null;
}

/** What was written where, what is still missing, and what comes next. */
export function renderPrepared({ files, missing, nextAction }: Shown, out: string, say: Say): string {
  const lines = [
    say('record.cli.files', { path: out }),
    ...files.map(
      ({ path, kind }) => `  ${path.slice(path.lastIndexOf('/') + 1).padEnd(22)} ${say(`record.value.${kind}`)}`,
    ),
  ];
  if (missing.length > 0) {
    lines.push('', say('record.cli.missing'));
    for (const { label, why, whereToFind } of missing) {
      lines.push(wrap(say('record.cli.missingLine', { label, why, where: whereToFind }), '  ○ '));
    }
  }
  return [...lines, '', ...nextLines(nextAction, say)].join('\n');
}
