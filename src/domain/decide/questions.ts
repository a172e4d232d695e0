import type { ParkingTarget } from '../catalog/index.ts';
import type { Fact } from '../catalog/schema.ts';
import { readings, standing } from './facts.ts';
import type { Known } from './scenario.ts';
import { terminationFee } from './sums.ts';
import type { Option, Question, QuestionCode } from './types.ts';
import { worthOf } from './worth.ts';

/** A question before it is weighed. */
interface Asked {
  code: QuestionCode;
  for: Question['for'];
  field: string;
  facts?: Question['facts'];
  /** The plan may turn on it, whatever the sum: asked first. */
  first?: boolean;
  /** Without the answer the recommended option has no ceiling. */
  opens?: boolean;
  /** What the answer may turn the known into; absent: no sum can be given. */
  answers?: () => Known[];
}

/** What would narrow the plan, most valuable first, each with whom to ask. */
export function questionsOf(known: Known, options: readonly Option[], targets: readonly ParkingTarget[]): Question[] {
  const best = options[0]?.feasible ? options[0] : null;
  const target = targets.find((own) => own.target === best?.target) ?? null;
  const asked = [...aboutYou(known, options), ...aboutCarrier(known, options), ...aboutTargets(known, targets)];
  const weighed = asked.map((question) => {
    const worthCents = best && question.answers ? worthOf(known, best, target, question.answers()) : null;
    return { question, worthCents };
  });
  weighed.sort((a, b) => tier(a) - tier(b) || (b.worthCents ?? 0) - (a.worthCents ?? 0));
  return weighed.map(({ question: { code, field, facts, for: whom }, worthCents }) => ({
    code,
    facts: facts ?? {},
    worthCents,
    for: whom,
    field,
  }));
}

function tier({ question, worthCents }: { question: Asked; worthCents: number | null }): number {
  if (question.first) return 0;
  if (question.opens) return 1;
  return worthCents !== null && worthCents > 0 ? 2 : 3;
}

function aboutYou(known: Known, options: readonly Option[]): Asked[] {
  const { situation, product, brand, prepaid, installments } = known;
  const { line } = situation;
  const you = (code: QuestionCode, field: string, more: Partial<Asked> = {}): Asked => ({
    code,
    field,
    for: 'you',
    ...more,
  });
  const asked: (Asked | false)[] = [
    known.keep === 'unknown' && you('number-keep', 'number.keep', { first: true }),
    known.keep === 'until' &&
      !situation.number?.keepUntil &&
      you('number-keep-until', 'number.keepUntil', { first: true }),
    line.product == null && brand.products.length > 1 && you('which-product', 'line.product', { first: true }),
    line.monthlyUsd == null && you('monthly-price', 'line.monthlyUsd', { opens: true }),
    installments.kind === 'unknown' && you('installments', 'line.installments', { opens: true }),
    installments.kind === 'known' &&
      installments.monthly === null &&
      you('installment-monthly', 'line.installments.monthlyUsd', { answers: () => monthlyAnswers(known) }),
    installments.kind === 'known' &&
      line.linesOnAccount == null &&
      known.installmentRules.length > 1 &&
      you('lines-on-account', 'line.linesOnAccount', { answers: () => ruleAnswers(known) }),
    line.paidThrough == null &&
      known.schedules.length > 1 &&
      you('billing-cycle', 'line.paidThrough', { answers: () => scheduleAnswers(known) }),
    line.termMonths == null &&
      new Set(known.schedules.map(({ months }) => months)).size > 1 &&
      you('term-length', 'line.termMonths', { answers: () => termAnswers(known) }),
    prepaid &&
      line.autopay == null &&
      you('autopay', 'line.autopay', { answers: () => known.leadDays.map((lead) => ({ ...known, leadDays: [lead] })) }),
    line.serviceCommitment == null &&
      readings(product.billing.earlyTerminationFee).some((fee) => fee.onlyWithCommitment) &&
      you('service-commitment', 'line.serviceCommitment', { answers: () => commitmentAnswers(known) }),
    known.needFrom !== 'you' && you('service-until', 'needsServiceUntil'),
    options.some(({ warnings }) => warnings.some(({ code }) => code === 'only-from-us-check')) &&
      known.leavesOn === null &&
      situation.userCountry == null &&
      you('where-you-are', 'userCountry'),
  ];
  return asked.filter((question) => question !== false);
}

function aboutCarrier(known: Known, options: readonly Option[]): Asked[] {
  const { product, balance, deposit, prepaid, returnsOn, horizon } = known;
  const { billing, refund, suspend, lapse, restart } = product;
  const carrier = (code: QuestionCode, field: string, answers?: () => Known[]): Asked => ({
    code,
    field,
    for: 'carrier',
    ...(answers ? { answers } : {}),
  });
  const feasible = (kind: Option['kind']): boolean => options.some((option) => option.kind === kind && option.feasible);
  const open = (fact: Fact<unknown> | undefined): boolean => standing(fact) !== 'known';
  const comesBack = returnsOn !== null && returnsOn < horizon && (open(restart.simUsd) || open(restart.activationUsd));
  const asked: (Asked | false)[] = [
    known.modes.length > 1 &&
      carrier('effective', 'billing.effective', () => known.modes.map((mode) => ({ ...known, modes: [mode] }))),
    known.proration.length > 1 &&
      known.modes.some((mode) => mode !== 'end-of-cycle') &&
      carrier('proration', 'billing.proration', () => known.proration.map((one) => ({ ...known, proration: [one] }))),
    open(billing.noticeDays) &&
      feasible('cancel') &&
      carrier('notice', 'billing.noticeDays', () => noticeAnswers(known)),
    !prepaid && open(billing.earlyTerminationFee) && carrier('early-termination-fee', 'billing.earlyTerminationFee'),
    known.installments.kind === 'known' &&
      open(billing.installments) &&
      carrier('installments-rule', 'billing.installments', () => ruleAnswers(known)),
    balance > 0 &&
      open(refund.balance) &&
      carrier('balance-refund', 'refund.balance', () => [{ ...known, balance: 0 }]),
    deposit > 0 &&
      open(refund.deposit) &&
      carrier('deposit-refund', 'refund.deposit', () => [{ ...known, deposit: 0 }]),
    comesBack && {
      ...carrier('restart-cost', 'restart'),
      opens: options[0]?.kind === 'cancel' || options[0]?.kind === 'let-lapse',
    },
    feasible('suspend') && open(suspend.charge) && carrier('suspend-charge', 'suspend.charge'),
    feasible('suspend') && open(suspend.maxDays) && carrier('suspend-length', 'suspend.maxDays'),
    prepaid && open(lapse.noDebtFollows) && carrier('lapse-debt', 'lapse.noDebtFollows'),
  ];
  return asked.filter((question) => question !== false);
}

/** Prices of the places a number could go, where it has somewhere to go. */
function aboutTargets({ keep, brand }: Known, targets: readonly ParkingTarget[]): Asked[] {
  if (keep === 'moot' || keep === 'no') return [];
  const parked = targets
    .filter(({ target }) => target.split('/')[0] !== brand.slug)
    .flatMap(({ target, parking }): Asked[] => {
      const about = { for: 'target' as const, facts: { target } };
      return [
        ...(standing(parking.monthlyUsd) === 'known'
          ? []
          : [{ code: 'parking-price' as const, field: 'parking.monthlyUsd', ...about }]),
        ...(standing(parking.portInFeeUsd) === 'known'
          ? []
          : [{ code: 'port-in-fee' as const, field: 'parking.portInFeeUsd', ...about }]),
      ];
    });
  return [...parked, { code: 'new-carrier-price', field: 'parking.monthlyUsd', for: 'target' }];
}

function monthlyAnswers(known: Known): Known[] {
  const { installments } = known;
  if (installments.kind !== 'known') return [];
  const likely = [...new Set([installments.credit || installments.remaining, installments.remaining])];
  return likely.map((monthly) => ({ ...known, installments: { ...installments, monthly } }));
}

function ruleAnswers(known: Known): Known[] {
  return known.installmentRules.map((rule) => ({ ...known, installmentRules: [rule] }));
}

function noticeAnswers(known: Known): Known[] {
  return known.noticeDays.map((days) => ({ ...known, noticeDays: [days] }));
}

function commitmentAnswers(known: Known): Known[] {
  return (['yes', 'no'] as const).map((commitment) => ({ ...known, fee: terminationFee(known.product, commitment) }));
}

/** A few of the possible calendars: with all of them the question would cost more than the plan. */
function scheduleAnswers(known: Known): Known[] {
  const stride = Math.ceil(known.schedules.length / 5);
  return known.schedules.filter((_, i) => i % stride === 0).map((schedule) => ({ ...known, schedules: [schedule] }));
}

function termAnswers(known: Known): Known[] {
  const lengths = [...new Set(known.schedules.map(({ months }) => months))];
  return lengths.map((months) => ({
    ...known,
    schedules: known.schedules.filter((schedule) => schedule.months === months),
  }));
}
