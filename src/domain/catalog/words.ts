/** The closed lists of the catalog, apart from its schema: who only needs the words should not load the whole of it. */
export const CONFIDENCES = ['official', 'secondary', 'conflicting', 'unknown'] as const;
export const PUBLISHERS = [
  'official',
  'staff',
  'regulator',
  'law',
  'press',
  'blog',
  'forum',
  'dataset',
  'research',
] as const;
/** The words of `--via`, and `app`. */
export const CHANNEL_KINDS = ['phone', 'email', 'letter', 'chat', 'social', 'store', 'online', 'api', 'app'] as const;
export const BRAND_KINDS = ['mno', 'mvno', 'travel-esim', 'number-parking'] as const;
export const BRAND_STATUSES = ['active', 'closing', 'closed', 'blocked', 'doubtful'] as const;
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** What a channel may ask for. The label of each stands in the locale under `need.<field>`. */
export const NEED_FIELDS = [
  'msisdn',
  'iccid',
  'imei',
  'eid',
  'account-number',
  'account-pin',
  'security-pin',
  'one-time-code',
  'login',
  'holder-name',
  'holder-role',
  'billing-address',
  'email',
  'order-number',
  'purchase-proof',
  'reason',
  'screenshot',
  'ssn-last4',
  'transfer-pin',
  'bill',
  'no-balance-owed',
  'group-role',
  'api-key',
  'company-role',
] as const;
/** What a person does or meets at an online step. */
export const STEP_KINDS = ['before', 'sign-in', 'find', 'form', 'retention', 'confirm', 'after'] as const;
export const RULE_STATES = ['in-force', 'vacated', 'adopted-not-binding', 'contract', 'disputed', 'unclear'] as const;

export type ChannelKind = (typeof CHANNEL_KINDS)[number];
