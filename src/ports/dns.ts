/** What the name system says about the TXT records of a name. */
export type TxtAnswer =
  /** Each record as one text, its pieces put together. */
  | { kind: 'found'; records: readonly string[] }
  /** The name, or a TXT record of it, does not exist. */
  | { kind: 'none' }
  /** No answer, or none that could be read. */
  | { kind: 'failed' };

/** Asks for TXT records (RFC 1035). Never throws: no answer is an answer. */
export interface Dns {
  txt(name: string): Promise<TxtAnswer>;
}
