import type { ChannelKind } from '../catalog/schema.ts';

/** What is written or clicked needs nobody at the other end at that moment. */
export const ANY_TIME_KINDS: readonly ChannelKind[] = ['online', 'email', 'letter', 'social', 'api', 'app'];

/** Hours without a zone are day and night; which date is a US holiday is then read here. */
export const US_REFERENCE_ZONE = 'America/New_York';

/** The US and its territories: from there nothing is a call from abroad. */
export const HOME_COUNTRIES: readonly string[] = ['US', 'PR', 'VI', 'GU', 'AS', 'MP', 'UM'];
