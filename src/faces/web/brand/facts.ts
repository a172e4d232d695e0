/** Every fact of a brand and its products as rows of one table, in the order a person asks. Pure. */
import type { Brand, Channel, Fact, Product } from '../../../domain/catalog/schema.ts';
import type { Shape } from './values.ts';

export interface Row {
  /** The label stands under `web.fact.<label>`. */
  label: string;
  /** undefined: the file leaves it out, an explicit unknown. */
  fact: Fact<unknown> | undefined;
  shape: Shape;
}

export interface Group {
  /** The heading stands under `web.group.<id>`. */
  id: string;
  rows: Row[];
}

type Rows = [label: string, fact: Fact<unknown> | undefined, shape: Shape][];

const rows = (group: string, given: Rows): Row[] =>
  given.map(([label, fact, shape]) => ({ label: `${group}.${label}`, fact, shape }));

/** What is known of the brand as a whole. `nameOf` gives the name of a slug. */
export function brandRows(brand: Brand, nameOf: (slug: string) => string): Row[] {
  return rows('brand', [
    ['status', brand.status, 'word'],
    ['hosts', named(brand.hosts, nameOf), 'list'],
    ['parent', brand.parent, 'plain'],
    ['billingZone', brand.billingZone, 'plain'],
    ['officialDomains', brand.officialDomains, 'list'],
    ['senderDomains', brand.senderDomains, 'list'],
    ['iccidPrefixes', brand.identifiers.iccidPrefixes, 'list'],
    ['mccMnc', brand.identifiers.mccMnc, 'list'],
  ]);
}

function named(hosts: Brand['hosts'], nameOf: (slug: string) => string): Fact<string[]> | undefined {
  if (!hosts) return undefined;
  const names = (slugs: string[]): string[] => slugs.map(nameOf);
  const alternatives = hosts.alternatives.map(({ value, sources }) => ({ value: names(value), sources }));
  return { ...hosts, value: hosts.value && names(hosts.value), alternatives };
}

/** What is known of one product, by what it is about. Groups that cannot apply are left out. */
export function productGroups(product: Product): Group[] {
  const { online, billing, lapse, refund, suspend, reinstate, portOut, restart, afterClose, disputes, parking } =
    product;
  const groups: [string, Rows, boolean?][] = [
    [
      'online',
      [
        ['supported', online.supported, 'word'],
        ['how', online.how, 'text'],
        ['url', online.url, 'plain'],
        ['instead', online.instead, 'text'],
        ['confirmation', online.confirmation, 'text'],
      ],
    ],
    [
      'billing',
      [
        ['effective', billing.effective, 'word'],
        ['proration', billing.proration, 'word'],
        ['noticeDays', billing.noticeDays, 'days'],
        ['renewalLeadHours', billing.renewalLeadHours, 'hours'],
        ['term', billing.term, 'term'],
        ['earlyTerminationFee', billing.earlyTerminationFee, 'fee'],
        ['installments', billing.installments, 'word'],
        ['promoCredits', billing.promoCredits, 'word'],
      ],
    ],
    [
      'lapse',
      [
        ['noDebtFollows', lapse.noDebtFollows, 'word'],
        ['graceDays', lapse.graceDays, 'days'],
        ['numberLostAfterDays', lapse.numberLostAfterDays, 'days'],
        ['autopayOffSeparately', lapse.autopayOffSeparately, 'word'],
      ],
      product.service.billing !== 'postpaid',
    ],
    [
      'refund',
      [
        ['balance', refund.balance, 'word'],
        ['deposit', refund.deposit, 'word'],
        ['afterDays', refund.afterDays, 'days'],
        ['moneyBackDays', refund.moneyBackDays, 'days'],
        ['how', refund.how, 'text'],
      ],
    ],
    [
      'portOut',
      [
        ['possible', portOut.possible, 'word'],
        ['pinName', portOut.pinName, 'plain'],
        ['pinValidDays', portOut.pinValidDays, 'days'],
        ['how', portOut.how, 'text'],
      ],
      product.service.hasNumber,
    ],
    [
      'suspend',
      [
        ['available', suspend.available, 'word'],
        ['charge', suspend.charge, 'charge'],
        ['maxDays', suspend.maxDays, 'days'],
        ['how', suspend.how, 'text'],
      ],
    ],
    [
      'reinstate',
      [
        ['days', reinstate.days, 'days'],
        ['how', reinstate.how, 'text'],
      ],
    ],
    [
      'restart',
      [
        ['simUsd', restart.simUsd, 'usd'],
        ['activationUsd', restart.activationUsd, 'usd'],
      ],
    ],
    [
      'afterClose',
      [
        ['accountAccess', afterClose.accountAccess, 'text'],
        ['finalBill', afterClose.finalBill, 'text'],
      ],
    ],
    [
      'disputes',
      [
        ['noticeAddress', disputes.noticeAddress, 'plain'],
        ['noticeUrl', disputes.noticeUrl, 'plain'],
        ['waitDays', disputes.waitDays, 'days'],
        ['chargeDisputeDays', disputes.chargeDisputeDays, 'days'],
      ],
    ],
    [
      'parking',
      [
        ['portInFeeUsd', parking?.portInFeeUsd, 'usd'],
        ['monthlyUsd', parking?.monthlyUsd, 'usd'],
        ['onlyFromUs', parking?.onlyFromUs, 'word'],
        ['portDays', parking?.portDays, 'range'],
        ['note', parking?.note, 'text'],
      ],
      parking !== undefined,
    ],
  ];
  return groups.filter(([, , applies]) => applies !== false).map(([id, given]) => ({ id, rows: rows(id, given) }));
}

/** What is known of one channel, apart from its address. */
export function channelRows(channel: Channel): Row[] {
  return rows('channel', [
    ['canCancelHere', channel.canCancelHere, 'word'],
    ['fromAbroad', channel.fromAbroad, 'word'],
    ['hours', channel.hours, 'week'],
    ['languages', channel.languages, 'list'],
    ...(channel.kind === 'phone' ? ([['voiceMenu', channel.voiceMenu, 'text']] satisfies Rows) : []),
  ]);
}
