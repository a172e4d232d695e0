/** The pages to take along, in words. */
import type { Line, Sheet, StoreSheet } from '../domain/prepare/types.ts';
import type { Say } from '../locale/say.ts';
import type { SheetView } from './prepare-types.ts';
import { type Says, worded } from './prepare-words.ts';

type Row = SheetView['sections'][number]['lines'][number];

/** English first, since it is shown to others, and what it means where the user reads Chinese. */
function paired(kind: Row['kind'], line: Line, says: Says, user: Say): Row {
  const first = worded(line, says.en);
  const second = user.language === 'zh' ? worded(line, says.zh) : '';
  return { kind, first, second: second === first ? '' : second };
}

export function sheetView({ title, sections }: Sheet, says: Says, user: Say): SheetView {
  return {
    title: worded(title, user),
    sections: sections.map((section) => ({
      title: worded(section.title, user),
      lines: section.lines.map(({ kind, line }) => paired(kind, line, says, user)),
    })),
  };
}

/** For the user alone, so in the user's language only. */
export function stepsView({ title, sections }: Sheet, user: Say): SheetView {
  return {
    title: worded(title, user),
    sections: sections.map((section) => ({
      title: worded(section.title, user),
      lines: section.lines.map(({ kind, line }) => ({ kind, first: worded(line, user), second: '' })),
    })),
  };
}

export function storeView({ bring, say, leaveWith }: StoreSheet, reference: string, says: Says, user: Say): SheetView {
  return {
    title: user('prepare.store.title', { reference }),
    sections: [
      {
        title: user('prepare.store.bring'),
        lines: bring.map((line) => ({ kind: 'tick', first: worded(line, user), second: '' })),
      },
      { title: user('prepare.store.say'), lines: say.map((line) => paired('say', line, says, user)) },
      { title: user('prepare.store.leaveWith'), lines: leaveWith.map((line) => paired('tick', line, says, user)) },
    ],
  };
}
