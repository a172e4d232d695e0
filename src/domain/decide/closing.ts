import type { Cents } from '../money/money.ts';
import type { EpochDay } from '../time/civil.ts';
import { payCharges, refundUnusedDays } from './charges.ts';
import type { Schedule } from './cycle.ts';
import { payOnClose } from './installments.ts';
import { type Ledger, noteLoss, put } from './ledger.ts';
import type { Known } from './scenario.ts';
import type { Side } from './side.ts';
import { pick, type Refund } from './sums.ts';

/** One way the line may end. */
export interface Ending {
  schedule: Schedule;
  /** Last day with service. */
  end: EpochDay;
  /** Last day on which a charge can still fall; later than `end` only where a port takes its time. */
  lastCharge: EpochDay;
  prorated: boolean;
  /** The user would have to begin anew on coming back. */
  restarts: boolean;
}

/** All that is paid from today to the horizon where the line ends this way. */
export function payEnding(ledger: Ledger, known: Known, ending: Ending, side: Side): void {
  const { schedule, end, lastCharge } = ending;
  const { billing } = known.product;
  const charged = payCharges(ledger, known, schedule, lastCharge, side);
  if (ending.prorated) refundUnusedDays(ledger, known, schedule, lastCharge);
  payOnClose(ledger, known, schedule, lastCharge, side);
  const fee = pick(known.fee, side);
  if (fee > 0) put(ledger, end, fee, 'early-termination-fee', billing.earlyTerminationFee);
  const over = Math.max(end, lastCharge);
  if (known.balance > 0) settleBalance(ledger, known, over, charged, side);
  if (known.deposit > 0) settleDeposit(ledger, known, over, side);
  if (ending.restarts && known.returnsOn !== null) payRestart(ledger, known, end, known.returnsOn, side);
}

/** Money on the line: it comes back, is lost, or has paid a charge; it never costs again. */
function settleBalance(ledger: Ledger, known: Known, end: EpochDay, charged: Cents, side: Side): void {
  const { balance, balanceBack, product } = known;
  const back = refundDay(known, balanceBack, end, side);
  const fact = product.refund.balance;
  if (back !== null) put(ledger, back, -balance, 'balance-refund', fact);
  else if (side === 'best') put(ledger, end, -Math.min(balance, Math.max(0, charged)), 'balance-refund');
  else if (balanceBack.lost) noteLoss(ledger, end, balance, 'balance-lost', fact);
}

function settleDeposit(ledger: Ledger, known: Known, end: EpochDay, side: Side): void {
  const { deposit, depositBack, product } = known;
  const back = refundDay(known, depositBack, end, side);
  const fact = product.refund.deposit;
  if (back !== null) put(ledger, back, -deposit, 'deposit-refund', fact);
  else if (depositBack.lost) noteLoss(ledger, end, deposit, 'deposit-lost', fact);
}

/** The day money is back: in the worst case only where it surely comes before the horizon; null: not. */
function refundDay({ horizon }: Known, refund: Refund, end: EpochDay, side: Side): EpochDay | null {
  if (side === 'worst' ? !refund.sure : !refund.possible) return null;
  const day = end + (side === 'worst' ? refund.latest : refund.soonest);
  return day < horizon ? day : null;
}

/** A new SIM and activation on coming back inside the window, where the line is gone by then. */
function payRestart(ledger: Ledger, known: Known, end: EpochDay, returnsOn: EpochDay, side: Side): void {
  if (returnsOn <= end) return;
  const { simUsd, activationUsd } = known.product.restart;
  put(ledger, returnsOn, pick(known.restart.sim, side), 'restart-sim', simUsd);
  put(ledger, returnsOn, pick(known.restart.activation, side), 'restart-activation', activationUsd);
}
