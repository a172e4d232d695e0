import { editDistance } from '../identify/distance.ts';

/** Letters and digits that look like Latin ones. */
const LIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  '|': 'l',
  і: 'i',
  ї: 'i',
  ı: 'i',
  ɩ: 'i',
  l: 'l',
  ӏ: 'l',
  ⅼ: 'l',
  а: 'a',
  ɑ: 'a',
  α: 'a',
  е: 'e',
  ё: 'e',
  ε: 'e',
  о: 'o',
  ο: 'o',
  օ: 'o',
  р: 'p',
  ρ: 'p',
  с: 'c',
  ϲ: 'c',
  у: 'y',
  γ: 'y',
  х: 'x',
  χ: 'x',
  ѕ: 's',
  ј: 'j',
  һ: 'h',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  ѡ: 'w',
  ω: 'w',
  в: 'b',
  к: 'k',
  κ: 'k',
  м: 'm',
  н: 'h',
  т: 't',
  τ: 't',
  ν: 'v',
  ѵ: 'v',
  ց: 'g',
  ɡ: 'g',
  ո: 'n',
  η: 'n',
  г: 'r',
  ɾ: 'r',
  υ: 'u',
  ս: 'u',
  ẓ: 'z',
};

/** A domain as it looks: marks off letters, look-alikes made Latin. `domain` with Unicode letters, not `xn--`. */
export function skeleton(domain: string): string {
  const marked = domain.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const latin = [...marked].map((char) => LIKE[char] ?? char).join('');
  return latin.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd');
}

/** What a host is made of; `unicode` is the whole host with its `xn--` labels decoded. */
export interface Host {
  host: string;
  unicode: string;
  /** The part one registers (`example.co.uk`), and its first label. */
  registrable: string;
  label: string;
}

/**
 * The carrier's domain that a host is made to look like; null: it is the carrier's, or resembles none. Confusable letters,
 * one or two letters off, the name in a label in front or between hyphens, another ending one letter off.
 */
export function lookAlike(given: Host, carriers: readonly Host[]): string | null {
  const own = carriers.some(({ registrable }) => registrable === given.registrable);
  if (own) return null;
  return carriers.find((carrier) => resembles(given, carrier))?.registrable ?? null;
}

function resembles(given: Host, carrier: Host): boolean {
  const label = carrier.label;
  const bare = skeleton(label).replaceAll('-', '');
  const shown = given.unicode.split('.');
  const body = shown.slice(0, Math.max(1, shown.length - (given.registrable.split('.').length - 1)));
  const looks = body.map((own) => skeleton(own));
  if (skeleton(given.unicode) === skeleton(carrier.registrable)) return true;
  if (editDistance(given.registrable, carrier.registrable, 1) <= 1) return true;
  const last = looks.at(-1) ?? '';
  const plainLast = last.replaceAll('-', '');
  const near = bare.length >= 9 ? 2 : bare.length >= 5 ? 1 : 0;
  if (near > 0 && plainLast !== bare && editDistance(plainLast, bare, near) <= near) return true;
  if (plainLast === bare && given.unicode !== given.host) return true;
  const pieces = looks.slice(0, -1).flatMap((own) => [own, own.replaceAll('-', ''), ...own.split('-')]);
  if (pieces.includes(bare) || pieces.includes(skeleton(label))) return true;
  const words = last.split('-');
  return (
    words.length > 1 && (words.includes(bare) || (bare.length >= 5 && plainLast !== bare && plainLast.includes(bare)))
  );
}
