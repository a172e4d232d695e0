/**
 * The files of the cases, encrypted at rest and addressed by the SHA-256 of their plain bytes (hex).
 * A blob belongs to one case: deleting the case deletes it.
 */
export interface Blobs {
  /** Stores the bytes once; the same bytes again change nothing. Gives their SHA-256. */
  put(caseId: string, bytes: Uint8Array): Promise<string>;
  /** null: none of that hash. Throws `blob-damaged` where what is stored does not decrypt to it any more. */
  get(caseId: string, sha256: string): Promise<Uint8Array | null>;
  list(caseId: string): Promise<string[]>;
  /** Removes all files of a case. */
  deleteAll(caseId: string): Promise<void>;
}
