/** What a person told about the line, as fields of a form. Pure. */
import { ACCOUNT_ROLES, PAYMENTS, SIM_TYPES } from '../../../domain/case/situation.ts';
import { CODE_SERVICES } from '../questions/list.ts';

export interface ToldField {
  /** Where it stands in the situation. */
  path: string;
  /** The code of its label. */
  label: string;
  kind: 'text' | 'lines' | 'date' | 'money' | 'choice' | 'checks';
  /** Not what a carrier asks for, but what dates and sums are reckoned from. */
  more?: boolean;
  /** Kept encrypted. */
  secret?: boolean;
  options?: readonly { value: string; label: string }[];
}

const choices = (values: readonly string[], label: (value: string) => string) =>
  values.filter((value) => value !== 'unknown').map((value) => ({ value, label: label(value) }));

/** In the order in which carriers ask for them. */
export const TOLD_FIELDS: readonly ToldField[] = [
  { path: 'line.msisdn', label: 'need.msisdn', kind: 'text' },
  { path: 'line.iccid', label: 'need.iccid', kind: 'text', secret: true },
  {
    path: 'line.simType',
    label: 'web.case.told.simType',
    kind: 'choice',
    options: choices(SIM_TYPES, (value) => `web.case.told.simType.${value}`),
  },
  { path: 'holder.name', label: 'need.holder-name', kind: 'text' },
  { path: 'holder.nameZh', label: 'web.case.told.nameZh', kind: 'text' },
  { path: 'account.number', label: 'need.account-number', kind: 'text', secret: true },
  {
    path: 'account.role',
    label: 'web.q.role',
    kind: 'choice',
    options: choices(ACCOUNT_ROLES, (value) => `web.f.role.${value}`),
  },
  { path: 'holder.email', label: 'need.email', kind: 'text' },
  { path: 'holder.address', label: 'need.billing-address', kind: 'lines' },
  { path: 'holder.state', label: 'web.case.told.state', kind: 'text' },
  { path: 'bought.orderNumber', label: 'need.order-number', kind: 'text' },
  { path: 'bought.seller', label: 'record.label.seller', kind: 'text' },
  {
    path: 'number.codesStillSentHere',
    label: 'web.q.codes',
    kind: 'checks',
    options: choices(CODE_SERVICES, (value) => `web.f.codes.${value}`),
  },
  {
    path: 'payment',
    label: 'web.case.told.payment',
    kind: 'choice',
    more: true,
    options: choices(PAYMENTS, (value) => `web.case.told.payment.${value}`),
  },
  { path: 'leavesOn', label: 'web.f.leavesOn', kind: 'date', more: true },
  { path: 'needsServiceUntil', label: 'web.f.untilOn', kind: 'date', more: true },
  { path: 'line.paidThrough', label: 'web.f.paidThrough', kind: 'date', more: true },
  { path: 'line.monthlyUsd', label: 'web.f.monthlyUsd', kind: 'money', more: true },
  { path: 'line.balanceUsd', label: 'web.f.balanceUsd', kind: 'money', more: true },
  { path: 'line.depositUsd', label: 'web.f.depositUsd', kind: 'money', more: true },
];

/** What `prepare` calls a missing thing, and where it is told. */
export const PATH_OF_MISSING: Readonly<Record<string, string>> = {
  msisdn: 'line.msisdn',
  iccid: 'line.iccid',
  'account-number': 'account.number',
  'holder-name': 'holder.name',
  'holder-role': 'account.role',
  'billing-address': 'holder.address',
  email: 'holder.email',
  'order-number': 'bought.orderNumber',
  seller: 'bought.seller',
};

export type Told = Readonly<Record<string, string | readonly string[]>>;
type Json = Readonly<Record<string, unknown>>;

/** The situation as the form shows it: an address one line each, what is not known as empty text. */
export function toldOf(situation: Json): Told {
  return Object.fromEntries(TOLD_FIELDS.map((field) => [field.path, shown(at(situation, field.path), field)]));
}

function shown(value: unknown, { kind }: ToldField): string | readonly string[] {
  if (kind === 'checks') return Array.isArray(value) ? value.map(String) : [];
  if (kind === 'lines') return Array.isArray(value) ? value.join('\n') : '';
  return value === null || value === undefined ? '' : String(value);
}

/** A copy of the situation with what was changed in the form; everything else stays as it is, masked values too. */
export function changedSituation(situation: Json, before: Told, after: Told): Json {
  return TOLD_FIELDS.reduce((changed, field) => {
    const { path } = field;
    return JSON.stringify(before[path]) === JSON.stringify(after[path])
      ? changed
      : put(changed, path.split('.'), stored(after[path] ?? '', field));
  }, situation);
}

/** Nobody ticked is an answer ("nobody sends codes here"), an empty text is none. */
function stored(value: string | readonly string[], { kind }: ToldField): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text === '') return null;
  if (kind === 'money') return text.replace(/^\$\s*/, '').replaceAll(/,(?=\d{3})/g, '');
  return kind === 'lines'
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : text;
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (isJson(inner) ? inner[key] : undefined), value);
}

function put(target: Json, [key = '', ...rest]: readonly string[], value: unknown): Json {
  if (rest.length === 0) return { ...target, [key]: value };
  const inner = target[key];
  return { ...target, [key]: put(isJson(inner) ? inner : {}, rest, value) };
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
