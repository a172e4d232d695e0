import type { Brand } from '../../domain/catalog/schema.ts';
import { hostOf } from '../../domain/confirm/host.ts';
import type { Host } from '../../domain/confirm/look-alike.ts';
import { isCarriers } from '../../domain/confirm/verdict.ts';
import type { CatalogSource } from '../../ports/catalog.ts';

type Decode = (host: string) => string;

/** The domains a carrier writes from: those of its senders and its official ones. */
export function carrierHosts(brand: Brand, decode: Decode): Host[] {
  const named = [...(brand.senderDomains?.value ?? []), ...(brand.officialDomains?.value ?? [])];
  return named.map((own) => hostOf(own, decode)).filter((own) => own !== null);
}

/** The brand whose domain a host is; null: none, or several that share it. */
export async function brandOfHost(host: string, catalog: CatalogSource, decode: Decode): Promise<Brand | null> {
  const own = await brandsOfHost(host, catalog, decode);
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** Whether a host is a domain of any carrier: two brands of one house have like names, and neither mimics the other. */
export async function isAnyCarriers(host: string, catalog: CatalogSource, decode: Decode): Promise<boolean> {
  return (await brandsOfHost(host, catalog, decode)).length > 0;
}

async function brandsOfHost(host: string, catalog: CatalogSource, decode: Decode): Promise<Brand[]> {
  const { brands } = await catalog.index();
  const all = await Promise.all(brands.map(({ slug }) => catalog.brand(slug)));
  return all.filter((brand) => brand !== null).filter((brand) => isCarriers(host, carrierHosts(brand, decode)));
}
