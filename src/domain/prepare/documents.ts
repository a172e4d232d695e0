import type { DocumentKind } from '../case/events.ts';
import type { ChannelKind } from '../catalog/schema.ts';
import type { CheckedChannel } from '../check/types.ts';
import type { Details } from './details.ts';
import type { Extra, ExtraKind } from './extra.ts';
import { onlineStepsOf } from './online-steps.ts';
import type { PlannedDocument } from './types.ts';

type TextKind = Exclude<DocumentKind, 'call-sheet' | ExtraKind>;

const NAMES: Record<TextKind, string> = {
  checklist: 'checklist.md',
  'call-script': 'call-script.md',
  chat: 'chat.txt',
  dm: 'direct-message.txt',
  email: 'email.txt',
  letter: 'letter.txt',
  'store-sheet': 'store-visit.md',
  'port-sheet': 'port-sheet.md',
  'online-steps': 'online-steps.md',
};
export const SELLER_NAME = 'seller-message.txt';

/** The channel behind each document. */
export const CHANNEL_OF = {
  'call-script': 'phone',
  chat: 'chat',
  dm: 'social',
  email: 'email',
  letter: 'letter',
  'store-sheet': 'store',
} as const satisfies Partial<Record<DocumentKind, ChannelKind>>;
type CarrierDocument = keyof typeof CHANNEL_OF;

/** The channels of a kind that may serve, best first: those said not to are out. */
export function channelsOf(details: Details, kind: ChannelKind): CheckedChannel[] {
  return details.channels.filter((channel) => channel.kind === kind && mayServe(channel, details));
}

/** Cancelling is what the catalog speaks of; for other requests a channel that does not cancel may still do. */
function mayServe({ canCancelHere }: CheckedChannel, { purpose }: Details): boolean {
  return canCancelHere !== 'no' || purpose === 'port-out' || purpose === 'suspend';
}

/** Which documents make sense for this option and these channels, in the order in which they are used. */
export function documentsOf(details: Details, extras: readonly Extra[] = []): PlannedDocument[] {
  const { purpose } = details;
  const one = (kind: TextKind): PlannedDocument => ({ kind, name: NAMES[kind], purpose });
  if (purpose === null) return [one('checklist')];
  const carrier = (Object.keys(CHANNEL_OF) as CarrierDocument[]).filter((kind) => wanted(kind, details));
  const seller = details.input.decision.contact === null ? [] : [{ ...one('chat'), name: SELLER_NAME }];
  const sheet: PlannedDocument[] = purpose === 'port-out' ? [{ ...one('port-sheet'), purpose: null }] : [];
  const online = onlineStepsOf(details) === null ? [] : [one('online-steps')];
  const further = extras.map(({ kind, name, purpose: own }) => ({ kind, name, purpose: own }));
  return [one('checklist'), ...seller, ...online, ...carrier.map(one), ...sheet, ...further];
}

/**
 * Spoken and typed-in channels only where the product has them, or where no channel of it is known at all. Written ones also
 * where nobody says whether they exist: they are the record. A letter stays one even where it does not cancel by itself.
 */
function wanted(kind: CarrierDocument, details: Details): boolean {
  const { channels, isPackage, purpose } = details;
  if (channelsOf(details, CHANNEL_OF[kind]).length > 0) return true;
  const none = channels.length === 0;
  const listed = channels.some((channel) => channel.kind === CHANNEL_OF[kind]);
  if (kind === 'email') return !listed;
  if (kind === 'letter') return !isPackage && (purpose === 'cancel' || purpose === 'suspend');
  return none && !isPackage && (kind === 'call-script' || kind === 'chat');
}

/** The channel a document goes through; null: none of its own. */
export function channelOf(kind: DocumentKind): ChannelKind | null {
  if (kind === 'online-steps') return 'online';
  return Object.hasOwn(CHANNEL_OF, kind) ? CHANNEL_OF[kind as CarrierDocument] : null;
}
