/** The plan of a draft. This module and what it imports are loaded when a plan is asked for. */
import { config } from 'zod';
import { type CheckView, checkCarrier } from '../../../app/check.ts';
import { type DecideView, decideSituation } from '../../../app/decide.ts';
import type { Brand } from '../../../domain/catalog/schema.ts';
import type { Say } from '../../../locale/say.ts';
import { catalog } from '../catalog.ts';
import { nowIso, ownZone, todayIn } from '../clock.ts';
import { type SituationJson, situationOf } from '../questions/situation.ts';
import type { Draft } from '../state/draft.ts';
import { readableAll } from './prose.ts';

export interface Plan {
  brand: Brand;
  situation: SituationJson;
  decided: DecideView;
  checked: CheckView;
  zone: string;
}

// zod would otherwise try whether it may make code out of text; the policy of this page forbids that, and the browser says so.
config({ jitless: true });

/** The plan, or null where no brand was chosen yet. */
export async function planOf(draft: Draft, say: Say): Promise<Plan | null> {
  const brand = draft.carrier === null ? null : await catalog.brand(draft.carrier);
  if (!brand) return null;
  const zone = typeof draft.answers.zone === 'string' ? draft.answers.zone : ownZone();
  const today = todayIn(zone);
  const situation = situationOf(draft, brand, today);
  const from = typeof situation.userCountry === 'string' ? situation.userCountry : 'US';
  const [decided, checked] = await Promise.all([
    decideSituation(situation, { catalog, today }, say),
    checkCarrier({ carrier: brand.slug, product: situation.line.product, from, zone, now: nowIso() }, catalog, say),
  ]);
  const { language } = say;
  return {
    brand,
    situation,
    decided: readableAll(decided, language),
    checked: readableAll(checked, language),
    zone,
  };
}
