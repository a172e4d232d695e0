/** The visible text of a saved web page. The page is parsed as a browser would, and nothing in it is run or fetched. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'iframe',
  'object',
  'svg',
  'select',
  'textarea',
]);
const BLOCKS = new Set(
  (
    'address article aside blockquote br dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ' +
    'ol p pre section summary table tr ul'
  ).split(' '),
);

/** Text line by line, hidden parts left out; `&nbsp;` and the like are spaces. Nesting of any depth. */
export function htmlText(html: string): string {
  const out: string[] = [];
  const open: (Node | { end: string })[] = [...parse(html).childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('end' in node) {
      out.push(node.end);
      continue;
    }
    if (node.nodeName === '#text') out.push((node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' '));
    if (!('childNodes' in node) || isSilent(node as Element)) continue;
    const block = BLOCKS.has(node.nodeName);
    if (block) out.push('\n');
    open.push({ end: block ? '\n' : node.nodeName === 'td' || node.nodeName === 'th' ? ' ' : '' });
    for (const child of [...node.childNodes].reverse()) open.push(child);
  }
  return tidy(out.join(''));
}

function isSilent({ nodeName, attrs }: Element): boolean {
  if (SILENT.has(nodeName)) return true;
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'style' && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value)),
  );
}

/** One space between words, at most one empty line. */
export function tidy(text: string): string {
  return text
    .split('\n')
    .map((row) => row.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
