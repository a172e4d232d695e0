import type { Brand, BrandKind, Fact, Identifiers, Product, Retired, Text } from './schema.ts';

/** What a list, a search and `identify` need of each brand; small enough to ship whole. */
export interface BrandSummary {
  slug: string;
  name: Text;
  aliases: string[];
  kind: BrandKind;
  status: Brand['status']['value'];
  hosts: string[];
  hostsConfidence: Brand['status']['confidence'];
  iccidPrefixes: string[];
  mccMnc: string[];
  products: {
    id: string;
    name: Text;
    hasNumber: boolean;
    billing: Product['service']['billing'];
    online: Product['online']['supported']['value'];
  }[];
}

/** A place a number can be ported to only to keep it. `target` is the brand, or `brand/product` where the brand also sells lines. */
export interface ParkingTarget {
  target: string;
  name: Text;
  parking: NonNullable<Product['parking']>;
}

export interface CatalogIndex {
  brands: BrandSummary[];
  targets: ParkingTarget[];
  /** Brands that are gone, with where their customers are sent. */
  retired: Retired[];
  identifiers: Identifiers;
}

/** The index of whole brands: sorted by slug, so that the same catalog gives the same bytes. */
export function indexCatalog(
  brands: readonly Brand[],
  identifiers: Identifiers,
  retired: readonly Retired[] = [],
): CatalogIndex {
  const sorted = brands.toSorted(bySlug);
  return {
    brands: sorted.map(summarise),
    targets: sorted.flatMap(targetsOf),
    retired: retired.toSorted(bySlug),
    identifiers,
  };
}

function bySlug(a: { slug: string }, b: { slug: string }): number {
  return a.slug < b.slug ? -1 : 1;
}

function summarise(brand: Brand): BrandSummary {
  return {
    slug: brand.slug,
    name: brand.name,
    aliases: brand.aliases,
    kind: brand.kind,
    status: brand.status.value,
    hosts: brand.hosts?.value ?? [],
    hostsConfidence: brand.hosts?.confidence ?? 'unknown',
    iccidPrefixes: brand.identifiers.iccidPrefixes?.value ?? [],
    mccMnc: brand.identifiers.mccMnc?.value ?? [],
    products: brand.products.map((product) => ({
      id: product.id,
      name: product.name,
      hasNumber: product.service.hasNumber,
      billing: product.service.billing,
      online: product.online.supported.value,
    })),
  };
}

function targetsOf(brand: Brand): ParkingTarget[] {
  return brand.products.flatMap((product) => {
    if (!product.parking) return [];
    const own = brand.kind === 'number-parking';
    const name = own ? brand.name : product.name;
    return [{ target: own ? brand.slug : `${brand.slug}/${product.id}`, name, parking: product.parking }];
  });
}

/** A field the file leaves out is an explicit unknown. `checkedOn` is empty: nobody is said to have looked. */
export function known<T>(fact: Fact<T> | undefined): Fact<T> {
  return fact ?? { value: null, alternatives: [], sources: [], checkedOn: '', confidence: 'unknown' };
}

/** Every value that stands in the sources, the preferred one first; empty where unknown. Conflicts keep all. */
export function candidates<T>(fact: Fact<T> | undefined): T[] {
  if (!fact) return [];
  const first = fact.value === null ? [] : [fact.value];
  return [...first, ...fact.alternatives.map((alternative) => alternative.value)];
}
