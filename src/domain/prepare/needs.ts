import type { ChannelKind, NeedField } from '../catalog/schema.ts';
import type { CheckedNeed } from '../check/types.ts';
import { type Details, lineGap } from './details.ts';
import { channelOf, channelsOf } from './documents.ts';
import { line, said } from './line.ts';
import {
  type Line,
  MISSING_FIELDS,
  type Missing,
  type MissingField,
  type Need,
  PIN_FIELDS,
  type PinField,
  type PlannedDocument,
  SPOKEN_FIELDS,
} from './types.ts';

type Route = ChannelKind | 'port-out';

/** The ways this request goes: the best channel and those a document is made for. */
export function routesOf(details: Details, documents: readonly PlannedDocument[]): Route[] {
  const best = details.channels.find(({ canCancelHere }) => canCancelHere !== 'no');
  const made = documents.flatMap(({ kind }) => channelOf(kind) ?? []);
  const listed = made.filter((kind) => channelsOf(details, kind).length > 0);
  const port: Route[] = details.purpose === 'port-out' ? ['port-out'] : [];
  return [...new Set<Route>([...port, ...(best ? [best.kind] : []), ...listed])];
}

/** What the chosen route asks for: the catalog's needs of these channels, and always what tells line and holder. */
export function needsOf(details: Details, documents: readonly PlannedDocument[]): Need[] {
  if (details.purpose === null) return [];
  const routes = routesOf(details, documents);
  const asked = details.input.checked.needs.filter((need) => isAsked(need, routes, details));
  const needs = new Map<Need['field'], Need>();
  for (const need of asked) {
    if (!needs.has(need.field)) needs.set(need.field, fromCatalog(need, details));
  }
  for (const field of basics(details)) {
    if (!needs.has(field)) needs.set(field, generic(field, details));
  }
  return [...needs.values()];
}

function isAsked({ field, routes }: CheckedNeed, used: readonly Route[], { purpose }: Details): boolean {
  if (field === 'transfer-pin' && purpose !== 'port-out') return false;
  return routes == null || routes.some((route) => used.includes(route));
}

function basics({ input }: Details): MissingField[] {
  const sold = ['shop', 'marketplace', 'travel-site'].includes(input.situation.bought?.from ?? '');
  return ['holder-name', lineGap(input), ...(sold ? (['seller', 'order-number'] as const) : [])];
}

function fromCatalog(need: CheckedNeed, details: Details): Need {
  return {
    field: need.field,
    state: stateOf(need.field, details),
    why: need.why === null ? whyLine(need.field) : said(need.why),
    where: need.where === null ? whereLine(need.field) : said(need.where),
    routes: need.routes ?? null,
  };
}

function generic(field: MissingField, details: Details): Need {
  return { field, state: stateOf(field, details), why: whyLine(field), where: whereLine(field), routes: null };
}

/** Not a thing to type or to bring. */
const CONDITIONS: readonly Need['field'][] = ['no-balance-owed', 'group-role', 'company-role'];

function stateOf(field: Need['field'], details: Details): Need['state'] {
  if ((SPOKEN_FIELDS as readonly string[]).includes(field)) return 'say-only';
  if (CONDITIONS.includes(field)) return 'check';
  if (!isMissingField(field)) return 'ready';
  if (field === 'holder-role' && isTold(field, details))
    return details.input.situation.account?.role === 'primary' ? 'have' : 'check';
  return isTold(field, details) ? 'have' : 'missing';
}

export function isMissingField(field: NeedField | 'seller'): field is MissingField {
  return (MISSING_FIELDS as readonly string[]).includes(field);
}

function isTold(field: MissingField, details: Details): boolean {
  const { situation } = details.input;
  const told: Record<MissingField, boolean> = {
    msisdn: details.msisdn !== null,
    iccid: details.iccid !== null,
    'account-number': details.toldAccount,
    'holder-name': typeof details.name === 'object' && 'typed' in details.name,
    'holder-role': !['unknown', undefined, null].includes(situation.account?.role),
    'billing-address': details.address.length > 0,
    email: details.email !== null,
    'order-number': details.orderNumber !== null,
    seller: details.seller !== null,
  };
  return told[field];
}

/** The needs, and what the documents leave a gap for, with the catalog's own place to look where it names one. */
export function withGaps(needs: readonly Need[], gaps: readonly MissingField[], { input }: Details): Need[] {
  const more = gaps.filter((gap) => !needs.some(({ field }) => field === gap));
  const found = more.map((field): Need => {
    const where = input.checked.needs.find((need) => need.field === field)?.where ?? null;
    return {
      field,
      state: 'missing',
      why: whyLine(field),
      where: where === null ? whereLine(field) : said(where),
      routes: WRITTEN,
    };
  });
  return [...needs, ...found];
}

const WRITTEN: readonly Route[] = ['chat', 'email', 'letter'];

/** What is not told yet, and the PINs: those are never told, so they always have to be found. */
export function missingOf(needs: readonly Need[]): Missing[] {
  return needs.flatMap(({ field, state, why, where }): Missing[] => {
    if (isPin(field)) return [{ field, sayOnly: true, why, where: where ?? line('where.pin') }];
    if (state !== 'missing' || !isMissingField(field)) return [];
    return [{ field, sayOnly: false, why, where: where ?? line(`where.${field}`) }];
  });
}

function isPin(field: Need['field']): field is PinField {
  return (PIN_FIELDS as readonly string[]).includes(field);
}

/** The name of a field in a list. */
export function labelLine(field: Need['field']): Line {
  const own = ['seller', 'msisdn', 'transfer-pin', 'reason', 'login'].includes(field);
  return own ? line(`label.${field}`) : { code: `need.${field}`, values: {} };
}

/** What cannot be laid on the table: conditions, a sign-in, and the PIN that only the new carrier gets. */
const NOT_TO_BRING: readonly Need['field'][] = ['holder-role', 'login', 'api-key', 'transfer-pin'];

/** What to have in front of you on these ways. */
export function toBring(needs: readonly Need[], routes: readonly Route[]): Need[] {
  const asked = (own: Need['routes']): boolean => own === null || own.some((route) => routes.includes(route));
  return needs.filter((need) => need.state !== 'check' && !NOT_TO_BRING.includes(need.field) && asked(need.routes));
}

function whyLine(field: Need['field']) {
  return isMissingField(field) ? line(`why.${field}`) : line('why.asked');
}

function whereLine(field: Need['field']) {
  return isMissingField(field) ? line(`where.${field}`) : null;
}
