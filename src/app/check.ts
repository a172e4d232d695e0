import { checkLine } from '../domain/check/check.ts';
import { countryOf, zoneOfCountry } from '../domain/check/countries.ts';
import { echo, SimoffError } from '../domain/errors.ts';
import { parseInstant } from '../domain/time/instant.ts';
import type { Say } from '../locale/say.ts';
import type { CatalogSource } from '../ports/catalog.ts';
import { resolveCarrier, resolveProduct } from './carrier.ts';
import type { CheckView } from './check-types.ts';
import { viewOf } from './check-view.ts';

export type { ChannelView, CheckView, NeedView, SourcedText } from './check-types.ts';

/** As a face gives it; nothing is checked yet. */
export interface CheckInput {
  carrier: string;
  /** null: the brand's first product. */
  product: string | null;
  from: string;
  zone: string | null;
  now: string;
}

/**
 * Can this line be cancelled online, and if not how, from where the user is at that instant? Zone: as given, else the one of a
 * country that has only one, else null (in the US hours are then shown on the carrier's clock). Opens no store.
 * Throws SimoffError: `unknown-carrier`, `unknown-product`, `bad-country`, `bad-zone`, `bad-instant`.
 */
export async function checkCarrier(request: CheckInput, catalog: CatalogSource, say: Say): Promise<CheckView> {
  const from = countryOf(request.from);
  if (from === null) throw new SimoffError('bad-country', { given: echo(request.from) });
  const zone = request.zone === null ? zoneOfCountry(from) : checkedZone(request.zone);
  if (parseInstant(request.now) === null) throw new SimoffError('bad-instant', { given: echo(request.now) });
  const { slug } = resolveCarrier(request.carrier, await catalog.index());
  const [brand, reports] = await Promise.all([catalog.brand(slug), catalog.tried(slug)]);
  if (!brand) throw new SimoffError('unknown-carrier', { carrier: slug, suggestions: [] });
  const product = resolveProduct(brand, request.product);
  return viewOf(checkLine(brand, product, { from, zone, now: request.now }), brand, product, reports, say);
}

/** The zone under the name the platform knows. Offsets such as +08:00 are refused: they know no daylight saving. */
function checkedZone(given: string): string {
  const name = given.trim();
  try {
    if (!/^[A-Za-z]/.test(name)) throw new RangeError('not a zone name');
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new SimoffError('bad-zone', { given: echo(given) }, { cause });
  }
}
