/** Columns of a terminal that most people have. */
export const WIDTH = 80;

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
/** What must not begin, and what must not end, a line in Chinese. */
const CLOSING = /[，。；：、！？）”’》】…]/;
const OPENING = /[（“‘《【]/;

/** Columns a text takes: Chinese characters and full-width signs take two. */
export function columns(text: string): number {
  let sum = 0;
  for (const char of text) sum += WIDE.test(char) ? 2 : 1;
  return sum;
}

/**
 * A text in lines of at most `WIDTH` columns: the first begins with `first`, the others with `indent`.
 * Breaks at spaces and between Chinese characters; a longer word (a URL) stays whole.
 */
export function wrap(text: string, first = '', indent = ' '.repeat(columns(first))): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  // Full-width brackets bring their own space.
  for (const piece of piecesOf(text.replace(/ (?=（)/g, ''))) {
    if (!empty && columns(line) + columns(piece.trimEnd()) > WIDTH) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += piece;
    empty = false;
  }
  return [...lines, line.trimEnd()].join('\n');
}

/** Words with the space after them; each Chinese character by itself with the signs that belong to it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const char of text) {
    if (piece !== '' && mayBreak(piece.at(-1) ?? '', char)) {
      pieces.push(piece);
      piece = '';
    }
    piece += char;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function mayBreak(before: string, after: string): boolean {
  if (/\s/.test(after) || CLOSING.test(after) || OPENING.test(before)) return false;
  return /\s/.test(before) || WIDE.test(before) || WIDE.test(after) || OPENING.test(after);
}
