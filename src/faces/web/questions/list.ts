/**
 * All questions about a line, in the order in which they change the answer most. Pure.
 * The sentences stand under `web.q.<id>`, `web.q.<id>.why` and `web.f.<field>[.<option>]`.
 */
import type { Brand, Product } from '../../../domain/catalog/schema.ts';
import type { Answers } from '../state/draft.ts';
import type { Field } from './fields.ts';

export const QUESTION_IDS = [
  'product',
  'place',
  'leaves',
  'until',
  'returns',
  'keep',
  'codes',
  'autopay',
  'price',
  'cycle',
  'term',
  'balance',
  'deposit',
  'installments',
  'lines',
  'commitment',
  'bought',
  'name',
  'role',
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

export interface Question {
  id: QuestionId;
  fields: Field[];
}

export interface About {
  brand: Brand;
  product: Product;
  answers: Answers;
}

/** Services that people in practice still receive codes for; `other` keeps the list open. */
export const CODE_SERVICES = ['bank', 'wechat', 'alipay', 'apple', 'google', 'school', 'government', 'other'] as const;

const TERMS = (product: Product): number[] => {
  const term = product.billing.term?.value;
  return term?.unit === 'month' ? term.lengths : [];
};
const is =
  (name: string, ...values: string[]) =>
  (answers: Answers): boolean =>
    values.includes(String(answers[name]));

export const QUESTIONS: Record<QuestionId, { applies?: (about: About) => boolean; fields: (about: About) => Field[] }> =
  {
    product: {
      applies: ({ brand }) => brand.products.length > 1,
      fields: ({ brand }) => [{ name: 'product', kind: 'choice', options: brand.products.map((own) => own.id) }],
    },
    place: {
      fields: () => [
        { name: 'where', kind: 'choice', options: ['us', 'cn', 'other'] },
        { name: 'country', kind: 'country', when: is('where', 'other') },
        { name: 'zone', kind: 'zone', optional: true },
      ],
    },
    leaves: {
      applies: ({ answers }) => !is('where', 'cn', 'other')(answers),
      fields: () => [
        { name: 'leaves', kind: 'choice', options: ['on', 'no'] },
        { name: 'leavesOn', kind: 'date', when: is('leaves', 'on'), notBefore: (_, today) => today },
      ],
    },
    until: {
      fields: ({ answers }) => [
        {
          name: 'until',
          kind: 'choice',
          options: is('leaves', 'on')(answers) ? ['leave', 'now', 'on'] : ['now', 'on'],
        },
        { name: 'untilOn', kind: 'date', when: is('until', 'on'), notBefore: (_, today) => today },
      ],
    },
    returns: {
      applies: ({ answers }) => !is('leaves', 'no')(answers),
      fields: () => [
        { name: 'returns', kind: 'choice', options: ['no', 'on'] },
        {
          name: 'returnsOn',
          kind: 'date',
          when: is('returns', 'on'),
          notBefore: (answers, today) => (is('leaves', 'on')(answers) ? word(answers.leavesOn) : null) ?? today,
        },
      ],
    },
    keep: {
      applies: ({ product }) => product.service.hasNumber,
      fields: () => [
        { name: 'keep', kind: 'choice', options: ['no', 'until', 'forever'] },
        { name: 'keepUntil', kind: 'date', when: is('keep', 'until'), notBefore: (_, today) => today },
      ],
    },
    codes: {
      applies: ({ product }) => product.service.hasNumber,
      fields: () => [{ name: 'codes', kind: 'checks', options: CODE_SERVICES }],
    },
    autopay: {
      applies: ({ product }) => product.service.billing !== 'postpaid',
      fields: () => [{ name: 'autopay', kind: 'choice', options: ['yes', 'no'] }],
    },
    price: {
      fields: () => [{ name: 'monthlyUsd', kind: 'money' }],
    },
    cycle: {
      fields: ({ product }) => [
        { name: 'cycle', kind: 'choice', options: product.service.billing === 'package' ? ['paid'] : ['paid', 'day'] },
        { name: 'paidThrough', kind: 'date', when: is('cycle', 'paid') },
        { name: 'cycleDay', kind: 'count', min: 1, max: 31, when: is('cycle', 'day') },
      ],
    },
    term: {
      applies: ({ product }) => TERMS(product).length > 1,
      fields: ({ product }) => [{ name: 'termMonths', kind: 'choice', options: TERMS(product).map(String) }],
    },
    balance: {
      applies: ({ product }) => product.service.billing === 'prepaid',
      fields: () => [{ name: 'balanceUsd', kind: 'money' }],
    },
    deposit: {
      applies: ({ product }) => product.service.billing === 'postpaid',
      fields: () => [{ name: 'depositUsd', kind: 'money' }],
    },
    installments: {
      applies: ({ product }) =>
        product.service.billing === 'postpaid' && product.billing.installments?.value !== 'none',
      fields: () => [
        { name: 'installments', kind: 'choice', options: ['no', 'yes'] },
        { name: 'remainingUsd', kind: 'money', when: is('installments', 'yes') },
        { name: 'installmentUsd', kind: 'money', when: is('installments', 'yes'), optional: true },
        { name: 'creditUsd', kind: 'money', when: is('installments', 'yes'), optional: true },
      ],
    },
    lines: {
      applies: ({ product }) => product.service.billing === 'postpaid',
      fields: () => [{ name: 'linesOnAccount', kind: 'count', min: 1, max: 999 }],
    },
    commitment: {
      applies: ({ product }) => product.billing.earlyTerminationFee?.value?.onlyWithCommitment === true,
      fields: () => [{ name: 'commitment', kind: 'choice', options: ['no', 'yes'] }],
    },
    bought: {
      fields: () => [
        {
          name: 'bought',
          kind: 'choice',
          options: ['carrier', 'shop', 'marketplace', 'travel-site', 'gift', 'employer'],
        },
      ],
    },
    name: {
      applies: ({ product }) => product.service.billing !== 'package',
      fields: () => [{ name: 'inNameOf', kind: 'choice', options: ['me', 'seller', 'other'] }],
    },
    role: {
      applies: ({ product, answers }) => product.service.billing === 'postpaid' && answers.linesOnAccount !== '1',
      fields: () => [{ name: 'role', kind: 'choice', options: ['primary', 'authorised', 'member'] }],
    },
  };

function word(value: Answers[string] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
