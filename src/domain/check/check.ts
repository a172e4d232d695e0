import type { Brand, Product } from '../catalog/schema.ts';
import { parseInstant } from '../time/instant.ts';
import { checkChannels } from './channels.ts';
import { HOME_COUNTRIES } from './house.ts';
import { checkOnline } from './online.ts';
import { supportOf, textOf } from './support.ts';
import type { Checked, CheckedChannel, CheckedNeed, CheckReach, CheckRequest } from './types.ts';
import { unknownsOf } from './unknowns.ts';

/**
 * Can this line be cancelled online, and if not how, for a user in `request.from` at `request.now`? All of it comes from the
 * catalog; nothing is filled in. Throws RangeError where `now` is no instant or `zone` no zone: both are checked by the caller.
 */
export function checkLine(brand: Brand, product: Product, request: CheckRequest): Checked {
  const at = parseInstant(request.now);
  if (at === null) throw new RangeError('not an instant');
  const abroad = !HOME_COUNTRIES.includes(request.from);
  const { zone } = request;
  const channels = checkChannels(product.channels, { at, abroad, zone, domains: ownDomains(brand) });
  return {
    carrier: brand.slug,
    product: product.id,
    request,
    abroad,
    online: checkOnline(product.online),
    channels,
    reach: reachOf(channels[0], abroad),
    needs: product.needs.map((need) => needOf(need, channels[0])),
    traps: product.traps.map(supportOf),
    unknowns: unknownsOf(product, channels, request, abroad),
    effective: supportOf(product.billing.effective),
    status: supportOf(brand.status),
  };
}

/** Only where the carrier itself says that they are its own. */
function ownDomains({ officialDomains }: Brand): string[] {
  return officialDomains?.confidence === 'official' ? (officialDomains.value ?? []) : [];
}

/** How sure it is that the best channel ends the line from here. */
function reachOf(best: CheckedChannel | undefined, abroad: boolean): CheckReach {
  if (!best || best.canCancelHere === 'no') return 'none';
  if (abroad && best.fromAbroad === 'no') return 'not-from-abroad';
  const far = abroad && best.fromAbroad === 'unknown';
  if (best.canCancelHere === 'unknown') return far ? 'both-unsure' : 'cancel-unsure';
  return far ? 'abroad-unsure' : 'sure';
}

function needOf(need: Product['needs'][number], best: CheckedChannel | undefined): CheckedNeed {
  const routes = need.routes ?? null;
  return {
    field: need.field,
    why: need.why.value,
    where: textOf(need.where),
    routes,
    bestAsks: best !== undefined && (routes === null || routes.includes(best.kind)),
    confidence: need.why.confidence,
    sources: need.why.sources,
  };
}
