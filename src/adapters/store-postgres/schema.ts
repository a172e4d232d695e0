/* ==========================================================================================
 * STORED FORMAT. A change needs a further entry in MIGRATIONS; what stands here is never edited.
 * ========================================================================================== */

/** One script for each version; a database of version n has seen the first n. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE simoff.cases (
     opened bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     id text COLLATE "C" NOT NULL UNIQUE,
     head_seq integer NOT NULL,
     head_hash text NOT NULL
   );
   CREATE TABLE simoff.events (
     case_id text COLLATE "C" NOT NULL REFERENCES simoff.cases (id) ON DELETE CASCADE,
     seq integer NOT NULL,
     hash text NOT NULL,
     json text NOT NULL,
     PRIMARY KEY (case_id, seq)
   );
   CREATE TABLE simoff.blobs (
     case_id text COLLATE "C" NOT NULL,
     name text COLLATE "C" NOT NULL,
     ciphertext bytea NOT NULL,
     PRIMARY KEY (case_id, name)
   );
   CREATE TABLE simoff.secrets (
     case_id text COLLATE "C" NOT NULL,
     name text COLLATE "C" NOT NULL,
     ciphertext bytea NOT NULL,
     PRIMARY KEY (case_id, name)
   );`,
];
