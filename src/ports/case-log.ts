import type { ChainProblem, Head, Link } from '../domain/case/chain.ts';
import type { CaseEvent } from '../domain/case/events.ts';

/** One case as it stands in the store: what can be read of it, and what is wrong with the rest. */
export interface ReadCase {
  case: string;
  /** Every event that is whole, in order. */
  events: CaseEvent[];
  head: Head;
  /** Empty where the chain is whole. */
  problems: ChainProblem[];
}

/**
 * The cases of one person or one organisation, each an append-only chain of events.
 *
 * Throws `case-changed` where the chain does not end with `expectedHead` (somebody else wrote meanwhile: nothing is written),
 * `store-damaged` where the store as a whole cannot be written or read any more, `store-newer` and `store-foreign` at opening.
 */
export interface CaseLog {
  /** Writes `links` behind `expectedHead`, all or nothing; once it resolves, they survive a kill and a loss of power. */
  append(caseId: string, expectedHead: Head, links: readonly Link[]): Promise<void>;
  /** null: no such case. */
  read(caseId: string): Promise<ReadCase | null>;
  /** The ids of all cases, in the order they were opened; those that begin with `prefix`, where one is given. */
  list(prefix?: string): Promise<string[]>;
  /** Every case, read in bulk, in the order they were opened. */
  readAll(): AsyncIterable<ReadCase>;
  /** Removes every trace of a case; true where there was one. */
  delete(caseId: string): Promise<boolean>;
}
