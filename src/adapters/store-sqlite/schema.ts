/* ==========================================================================================
 * STORED FORMAT. A change needs a further entry in MIGRATIONS and a file of the old release
 * among the fixtures; what stands here is never edited.
 * ========================================================================================== */

/** `SIMO`: the application id in the header of the file. */
export const APPLICATION_ID = 0x53494d4f;
/** An event as large as most are lies in one piece on a page of this size, so that it can be found in the raw bytes. */
export const PAGE_BYTES = 16_384;

/** One script for each version; a file of version n has seen the first n. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE format (version INTEGER NOT NULL) STRICT;
   CREATE TABLE cases (
     opened INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     head_seq INTEGER NOT NULL,
     head_hash TEXT NOT NULL,
     mark TEXT NOT NULL
   ) STRICT;
   CREATE TABLE events (
     place INTEGER PRIMARY KEY,
     case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
     seq INTEGER NOT NULL,
     hash TEXT NOT NULL,
     json TEXT NOT NULL,
     UNIQUE (case_id, seq)
   ) STRICT;
   CREATE TABLE blobs (
     place INTEGER PRIMARY KEY,
     case_id TEXT NOT NULL,
     name TEXT NOT NULL,
     ciphertext BLOB NOT NULL,
     UNIQUE (case_id, name)
   ) STRICT;
   CREATE TABLE secrets (
     place INTEGER PRIMARY KEY,
     case_id TEXT NOT NULL,
     name TEXT NOT NULL,
     ciphertext BLOB NOT NULL,
     UNIQUE (case_id, name)
   ) STRICT;
   INSERT INTO format (version) VALUES (1);`,
];
