import type { Situation } from '../case/situation.ts';
import type { Contact, ContactCode } from './types.ts';

const SOLD_BY: Partial<Record<string, ContactCode>> = {
  shop: 'bought-from-seller',
  marketplace: 'bought-on-marketplace',
  'travel-site': 'bought-on-travel-site',
  gift: 'got-as-gift',
  employer: 'from-employer',
};

/** Whom to ask before the carrier; null: the carrier itself. */
export function contactOf({ bought }: Situation): Contact | null {
  const codes: ContactCode[] = [];
  const sold = SOLD_BY[bought?.from ?? ''];
  if (sold) codes.push(sold);
  if (bought?.inNameOf === 'seller') codes.push('in-sellers-name');
  if (bought?.inNameOf === 'other') codes.push('in-others-name');
  if (codes.length === 0) return null;
  const holder =
    bought?.inNameOf === 'other' ||
    (bought?.inNameOf !== 'seller' && (bought?.from === 'gift' || bought?.from === 'employer'));
  return {
    first: holder ? 'holder' : 'seller',
    codes,
    seller: bought?.seller ?? null,
    orderNumber: bought?.orderNumber ?? null,
  };
}
