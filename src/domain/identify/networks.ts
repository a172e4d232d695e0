import type { BrandSummary, CatalogIndex } from '../catalog/index.ts';
import type { Confidence } from '../catalog/schema.ts';
import { countryOfCallingCode, isAmerican } from './phone.ts';
import type { Candidate, Ground, Problem } from './types.ts';

/** What the tables say about whom an identifier names. */
export interface Owner {
  candidates: Candidate[];
  problems: Problem[];
}

const STRENGTH: readonly Confidence[] = ['unknown', 'conflicting', 'secondary', 'official'];

/** The weaker of the two. */
export function weaker(a: Confidence, b: Confidence): Confidence {
  return STRENGTH.indexOf(a) < STRENGTH.indexOf(b) ? a : b;
}

/** Who issued a SIM, by the longest known prefix of its ICCID, and the brands that ride on that network. */
export function ownerOfIccid(iccid: string, index: CatalogIndex): Owner {
  const owned = longest(
    index.brands.flatMap((brand) => brand.iccidPrefixes.map((prefix) => ({ prefix, brand }))),
    iccid,
  ).map(({ prefix, brand }) => candidate(brand.slug, 'secondary', { code: 'brand-prefix', facts: { prefix } }));
  const issuers = longest(index.identifiers.issuers, iccid);
  const networks = issuers.flatMap(({ prefix, company, network, confidence }) =>
    network === null ? [] : named(network, confidence, { code: 'issuer-prefix', facts: { prefix, company } }, index),
  );
  const candidates = merge([...owned, ...networks]);

  const [issuer] = issuers;
  const country = issuer ? issuer.country : countryOfIccid(iccid);
  const problems: Problem[] = [];
  if (country !== null && !isAmerican(country))
    problems.push({ code: 'not-us', facts: { country, company: issuer?.company ?? null } });
  if (!issuer && problems.length === 0 && owned.length === 0) problems.push({ code: 'issuer-unknown', facts: {} });
  if (issuer && candidates.length === 0)
    problems.push({ code: 'issuer-not-in-catalog', facts: { company: issuer.company } });
  return { candidates, problems };
}

/** Whose network an IMSI of the US belongs to, and the brands that ride on it. */
export function ownerOfImsi(imsi: string, index: CatalogIndex): Owner {
  const fits = (code: string): boolean => imsi.startsWith(code);
  const owned = index.brands.flatMap((brand) => {
    const code = brand.mccMnc.find(fits);
    return code ? [candidate(brand.slug, 'secondary', { code: 'brand-network-code', facts: { code } })] : [];
  });
  const entries = index.identifiers.networkCodes.flatMap((entry) => {
    const code = entry.codes.find(fits);
    return code ? [{ ...entry, code }] : [];
  });
  const networks = entries.flatMap(({ code, company, network, confidence }) =>
    network === null ? [] : named(network, confidence, { code: 'network-code', facts: { code, company } }, index),
  );
  const candidates = merge([...owned, ...networks]);
  const [entry] = entries;
  if (candidates.length > 0) return { candidates, problems: [] };
  return {
    candidates,
    problems: [
      entry
        ? { code: 'issuer-not-in-catalog', facts: { company: entry.company } }
        : { code: 'network-code-unknown', facts: { code: imsi.slice(0, 6) } },
    ],
  };
}

/** One entry per brand, in order of first mention, with all its grounds and its best confidence. */
export function merge(candidates: readonly Candidate[]): Candidate[] {
  const bySlug = new Map<string, Candidate>();
  for (const one of candidates) {
    const known = bySlug.get(one.carrier);
    if (!known) {
      bySlug.set(one.carrier, one);
      continue;
    }
    const confidence =
      weaker(known.confidence, one.confidence) === known.confidence ? one.confidence : known.confidence;
    bySlug.set(one.carrier, { ...known, confidence, grounds: [...known.grounds, ...one.grounds] });
  }
  return [...bySlug.values()];
}

/** The network's own brand first, then every brand that rides on it: the prefix proves the network, never the brand. */
function named(network: string, confidence: Confidence, ground: Ground, index: CatalogIndex): Candidate[] {
  const own = index.brands.filter((brand) => brand.slug === network);
  const riders = index.brands
    .filter((brand) => brand.slug !== network && brand.hosts.includes(network))
    .map((brand) => ({ brand, sure: riderConfidence(brand, confidence) }))
    .sort((a, b) => STRENGTH.indexOf(b.sure) - STRENGTH.indexOf(a.sure));
  const name = index.identifiers.networks.find((one) => one.slug === network)?.name ?? network;
  return [
    ...own.map((brand) => candidate(brand.slug, confidence, ground)),
    ...riders.map(({ brand, sure }) =>
      candidate(brand.slug, sure, { code: 'rides-on-network', facts: { ...ground.facts, network: name } }),
    ),
  ];
}

function riderConfidence(brand: BrandSummary, confidence: Confidence): Confidence {
  return weaker('secondary', weaker(brand.hostsConfidence, confidence));
}

function candidate(carrier: string, confidence: Confidence, ground: Ground): Candidate {
  return { carrier, confidence, grounds: [ground] };
}

/** The entries with the longest prefix that fits; several where the sources give it to several companies. */
function longest<Entry extends { prefix: string }>(entries: readonly Entry[], iccid: string): Entry[] {
  let best: Entry[] = [];
  for (const entry of entries) {
    const length = best[0]?.prefix.length ?? 0;
    if (!iccid.startsWith(entry.prefix) || entry.prefix.length < length) continue;
    best = entry.prefix.length > length ? [entry] : [...best, entry];
  }
  return best;
}

/**
 * By the calling code after the 89. Null for the code 1 (some issuers write it 01), which the US shares, and where no country
 * has the code.
 */
function countryOfIccid(iccid: string): string | null {
  const rest = iccid.slice(2);
  return rest.startsWith('1') || rest.startsWith('01') ? null : countryOfCallingCode(rest);
}
