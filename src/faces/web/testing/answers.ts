/** Answers of a person who leaves in a few weeks, as the tab's storage holds them. */
export const PLAN_DRAFT = {
  carrier: 't-mobile',
  answers: {
    product: 'postpaid',
    where: 'us',
    zone: 'America/New_York',
    leaves: 'on',
    leavesOn: '2026-12-20',
    until: 'leave',
    keep: 'no',
    codes: ['bank'],
    monthlyUsd: '70.00',
    cycle: 'day',
    cycleDay: '12',
    installments: 'no',
    linesOnAccount: '1',
  },
};
