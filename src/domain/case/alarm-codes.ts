/** Alarms that may cost the number or money: the most urgent of them takes the place of the stage's own next step. */
export const LEADING_ALARMS = [
  'port-out-and-cancel',
  'maybe-sent',
  'request-still-out',
  'charge-after-end',
  'codes-after-end',
  'codes-date-near',
  'act-by-past',
  'act-by-near',
  'step-due',
  'pre-registered',
  'no-answer',
  'balance-at-risk',
  'refund-late',
  'balance-open',
] as const;
