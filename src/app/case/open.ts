import { chained, EMPTY_HEAD } from '../../domain/case/chain.ts';
import type { NewEvent } from '../../domain/case/events.ts';
import type { Say } from '../../locale/say.ts';
import { resolveCarrier, resolveProduct } from '../carrier.ts';
import { checkedSituation } from '../decide.ts';
import { type CaseDeps, newCaseId } from './deps.ts';
import { type LoadedCase, lookedAt } from './load.ts';
import { sealSituation } from './seal.ts';
import { momentOf } from './write.ts';

/**
 * Opens a case from a situation (parsed JSON). The carrier and product are kept under their catalog names. Gives the case as
 * it stands. Throws `situation-field`, `unknown-carrier`, `unknown-product`; nothing is written then.
 */
export async function openCase(input: unknown, deps: CaseDeps, say: Say): Promise<LoadedCase> {
  const given = checkedSituation(input, say);
  const { slug } = resolveCarrier(given.line.carrier, await deps.catalog.index());
  const brand = await deps.catalog.brand(slug);
  const product = brand && given.line.product ? resolveProduct(brand, given.line.product).id : given.line.product;
  const situation = { ...given, line: { ...given.line, carrier: slug, product } };
  const caseId = newCaseId();
  const stored = await sealSituation(caseId, situation, null, [], deps.secrets);
  const moment = momentOf(null, brand?.billingZone?.value ?? 'America/New_York', deps);
  const event: NewEvent = { type: 'situation-recorded', ...moment, data: { situation: withoutUndefined(stored) } };
  const links = chained(caseId, EMPTY_HEAD, [event], new Date(deps.now).toISOString());
  await deps.log.append(caseId, EMPTY_HEAD, links);
  const [link] = links;
  const read = {
    case: caseId,
    events: links.map((own) => own.event),
    head: link ? { seq: 1, hash: link.hash } : EMPTY_HEAD,
    problems: [],
  };
  return lookedAt(read, deps, await deps.catalog.rules());
}

/** As it comes back from the store: JSON knows no undefined. */
function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
