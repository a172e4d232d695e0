import type { CatalogIndex } from '../domain/catalog/index.ts';
import type { Confidence } from '../domain/catalog/schema.ts';
import type { Facts } from '../domain/errors.ts';
import { identify, identifyCodes } from '../domain/identify/identify.ts';
import {
  type Also,
  IDENTIFIER_KINDS,
  IDENTIFY_GROUNDS,
  IDENTIFY_PROBLEMS,
  type Identified,
  type IdentifierKind,
  type IdentifyGround,
  type IdentifyProblem,
  type LpaParts,
} from '../domain/identify/types.ts';
import { LANGUAGE_TAGS, type Say } from '../locale/say.ts';
import type { PictureReader } from '../ports/picture.ts';

export { IDENTIFIER_KINDS, IDENTIFY_GROUNDS, IDENTIFY_PROBLEMS };

/** A code of a closed list with its sentence in the language asked for. */
export interface Told<Code extends string> {
  code: Code;
  message: string;
  facts: Facts;
}

/** What `identify` answers: the JSON of the command line, the API and the web app alike. */
export interface IdentifyView {
  kind: IdentifierKind;
  valid: boolean;
  normalized: string | null;
  /** For screens: ICCID, IMSI, IMEI and EID with their middle hidden. */
  masked: string | null;
  problems: Told<IdentifyProblem>[];
  candidates: { carrier: string; name: string; confidence: Confidence; grounds: Told<IdentifyGround>[] }[];
  also: Also[];
  lpa: LpaParts | null;
  /** The user always has the last word: one sentence saying so. */
  choose: string;
}

/** What a text is, and whose, told in the language of `say`. Throws `input-too-long`; everything else is an answer. */
export function identifyText(text: string, index: CatalogIndex, say: Say): IdentifyView {
  return viewOf(identify(text, index), index, say);
}

/** The same for the codes in a picture. Throws what the reader throws; a picture without a code is an answer. */
export async function identifyPicture(
  bytes: Uint8Array,
  reader: PictureReader,
  index: CatalogIndex,
  say: Say,
): Promise<IdentifyView> {
  const codes = await reader.read(bytes);
  return viewOf(
    identifyCodes(
      codes.map(({ text }) => text),
      index,
    ),
    index,
    say,
  );
}

function viewOf(found: Identified, index: CatalogIndex, say: Say): IdentifyView {
  const names = new Map(index.brands.map((brand) => [brand.slug, brand.name[say.language]]));
  return {
    kind: found.kind,
    valid: found.valid,
    normalized: found.normalized,
    masked: found.masked,
    problems: found.problems.map((problem) => told('problem', problem, say)),
    candidates: found.candidates.map(({ carrier, confidence, grounds }) => ({
      carrier,
      name: names.get(carrier) ?? carrier,
      confidence,
      grounds: grounds.map((ground) => told('ground', ground, say)),
    })),
    also: found.also,
    lpa: found.lpa,
    choose: say('identify.choose'),
  };
}

function told<Code extends string>(
  group: 'problem' | 'ground',
  { code, facts }: { code: Code; facts: Facts },
  say: Say,
): Told<Code> {
  return { code, message: say(`identify.${group}.${code}`, readable(facts, say)), facts };
}

/** Country codes become names; everything else is shown as it is. */
function readable(facts: Facts, say: Say): Facts {
  if (!('country' in facts)) return facts;
  const { country } = facts;
  if (typeof country !== 'string') return { ...facts, country: say('identify.elsewhere') };
  const regions = new Intl.DisplayNames(LANGUAGE_TAGS[say.language], { type: 'region' });
  return { ...facts, country: regions.of(country) ?? country };
}
