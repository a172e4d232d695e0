import type { Rule } from '../catalog/schema.ts';
import type { Details } from './details.ts';
import { line } from './line.ts';
import type { Line } from './types.ts';

/** Rules a message may name, and when each surely applies. Where exemptions of carriers were not read, carriers are left out. */
const RIGHTS: readonly { id: string; applies: (details: Details) => boolean }[] = [
  { id: 'reg-e-stop-payment', applies: isUsDebit },
  {
    id: 'fcc-port-no-refusal',
    applies: ({ purpose, input }) => purpose === 'port-out' && input.product.service.hasNumber,
  },
  { id: 'ny-arl', applies: (details) => renewsOutsidePhoneLaw(details) && inState(details, 'NY') },
  { id: 'ma-arl', applies: (details) => renewsOutsidePhoneLaw(details) && inState(details, 'MA') },
  { id: 'ct-arl', applies: (details) => renewsOutsidePhoneLaw(details) && inState(details, 'CT') },
  { id: 'co-arl', applies: (details) => renewsOutsidePhoneLaw(details) && inState(details, 'CO') },
];

/** One sentence for each right to name. Only rules in force, and none whose sources disagree. */
export function rightsOf(details: Details): Line[] {
  return RIGHTS.flatMap(({ id, applies }) => {
    const rule = details.input.rules.find((own) => own.id === id);
    if (!rule || !binds(rule) || !applies(details)) return [];
    return [line(`deliver.right.${id}`, { citation: citationOf(rule) })];
  });
}

/** In force, and its sources agree. */
export function binds({ state, confidence }: Rule): boolean {
  return state === 'in-force' && (confidence === 'official' || confidence === 'secondary');
}

/** The citation itself, without remarks on sections and amendments. */
export function citationOf({ citation }: Rule): string {
  return (citation.split(';')[0] ?? citation).replace(/ \([^)]* .*$/, '').trim();
}

/** Regulation E covers debits from a US consumer's account or debit card; only where money may still be drawn. */
function isUsDebit({ input, autopay, purpose }: Details): boolean {
  const { situation, product } = input;
  const ends = purpose === 'cancel' || purpose === 'let-lapse';
  return ends && situation.payment === 'us-debit' && autopay === true && !product.service.forBusiness;
}

/** A shop of travel eSIMs that renews by itself; whether phone companies are exempt from these laws is not settled. */
function renewsOutsidePhoneLaw({ input, autopay, purpose }: Details): boolean {
  const { brand, product } = input;
  const ends = purpose === 'cancel' || purpose === 'let-lapse';
  return ends && autopay === true && brand.kind === 'travel-esim' && !product.service.forBusiness;
}

const STATES: Readonly<Record<string, string>> = {
  CA: 'california',
  NY: 'new york',
  MA: 'massachusetts',
  CT: 'connecticut',
  CO: 'colorado',
};

/** Whether the user told that state as theirs, by its code or its name. */
export function inState({ input }: Details, code: string): boolean {
  const state = input.situation.holder?.state?.trim().toLowerCase();
  return state === code.toLowerCase() || state === STATES[code];
}
