/** The source of a pattern that matches this text and nothing else. `RegExp.escape` does more, and is not in Node.js 22. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
