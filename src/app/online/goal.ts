import { refusalOf } from '../../domain/case/orders.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { OnlineGoal } from '../../domain/online/types.ts';
import { formatDay } from '../../domain/time/civil.ts';
import type { CaseDeps } from '../case/deps.ts';
import { loadCase } from '../case/load.ts';
import { momentOf, refuse } from '../case/write.ts';

export interface OnlinePlan {
  caseId: string;
  goal: OnlineGoal;
  /** The carrier's own page, where the catalog has one that can be relied on. */
  url: string | null;
}

/**
 * What is to be ended on the carrier's pages. Throws `case-refused` where nothing is chosen, something else than cancelling is, or
 * asking makes no sense now; `unknown-case`, `case-unreadable`.
 */
export async function planOnline(name: string, deps: CaseDeps): Promise<OnlinePlan> {
  const loaded = await loadCase(name, deps);
  const { read, state, world, situation, zone, today } = loaded;
  if (!world || !situation) throw new SimoffError('case-unreadable', { case: read.case });
  const choice = state.last('option-chosen')?.data;
  const moment = momentOf(null, zone, deps);
  refuse(refusalOf(state, { type: 'request-sent', ...moment, data: { via: 'online', purpose: 'cancel' } }));
  if (choice?.kind !== 'cancel')
    throw new SimoffError('case-refused', { reason: choice ? 'nothing-to-ask' : 'not-decided' });
  const { brand, product } = world;
  const { url, steps } = product.online;
  const digits = (situation.line.msisdn ?? '').replace(/\D/g, '');
  return {
    caseId: read.case,
    url: url?.value && url.confidence !== 'conflicting' ? url.value : null,
    goal: {
      purpose: 'cancel',
      carrier: {
        slug: brand.slug,
        names: [brand.name.en, brand.name.zh],
        officialDomains: brand.officialDomains?.value ?? [],
      },
      msisdn: digits.length >= 10 ? digits : null,
      marks: [situation.bought?.orderNumber].flatMap((mark) => (mark ? [mark] : [])),
      knownSteps: steps.map(({ title, detail }) => ({ title: title.en, detail: detail.value?.en ?? null })),
      endOn: choice.endsOn,
      today: formatDay(today),
      zone,
    },
  };
}
