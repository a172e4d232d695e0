import type { ChannelKind, NeedField } from '../catalog/schema.ts';
import type { CheckedNeed } from '../check/types.ts';
import { type Details, lineGap } from './details.ts';
import { channelOf, channelsOf } from './documents.ts';
import { line, said } from './line.ts';
import {
  MISSING_FIELDS,
  type Missing,
  type MissingField,
  type Need,
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

function stateOf(field: Need['field'], details: Details): Need['state'] {
  if ((SPOKEN_FIELDS as readonly string[]).includes(field)) return 'say-only';
  if (!isMissingField(field)) return 'ready';
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
    'account-number': typeof details.accountNumber === 'object' && 'typed' in details.accountNumber,
    'holder-name': typeof details.name === 'object' && 'typed' in details.name,
    'holder-role': !['unknown', undefined, null].includes(situation.account?.role),
    'billing-address': details.address.length > 0,
    email: details.email !== null,
    'order-number': details.orderNumber !== null,
    seller: details.seller !== null,
  };
  return told[field];
}

/** What is not told yet: needs of the route, then gaps left in a document. */
export function missingOf(needs: readonly Need[], gaps: readonly MissingField[]): Missing[] {
  const lacking = needs.flatMap(({ field, state, why, where }): Missing[] =>
    state === 'missing' && isMissingField(field) ? [{ field, why, where: where ?? line(`where.${field}`) }] : [],
  );
  const known = new Set(lacking.map(({ field }) => field));
  const more = gaps.filter((field) => !known.has(field));
  return [...lacking, ...more.map((field) => ({ field, why: line(`why.${field}`), where: line(`where.${field}`) }))];
}

function whyLine(field: Need['field']) {
  return isMissingField(field) ? line(`why.${field}`) : line('why.asked');
}

function whereLine(field: Need['field']) {
  return isMissingField(field) ? line(`where.${field}`) : null;
}
