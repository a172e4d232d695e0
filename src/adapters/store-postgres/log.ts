import { EMPTY_HEAD, type Head, type StoredRow, verifyRows } from '../../domain/case/chain.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { CaseLog, ReadCase } from '../../ports/case-log.ts';
import type { PostgresDatabase } from './database.ts';

interface Row {
  opened: string;
  id: string;
  head_seq: number;
  head_hash: string;
  seq: number | null;
  hash: string;
  json: string;
}

/** Cases read in one statement of `readAll`. */
const BATCH = 250;

const ROWS = `SELECT c.opened, c.id, c.head_seq, c.head_hash, e.seq, e.hash, e.json
  FROM simoff.cases c LEFT JOIN simoff.events e ON e.case_id = c.id`;

const EVENTS = `INSERT INTO simoff.events (case_id, seq, hash, json)
  SELECT moved.id, link.* FROM moved, unnest($4::integer[], $5::text[], $6::text[]) AS link RETURNING seq`;
/** Of two that open the same case, the second waits here for the first and then finds its row. */
const OPEN = `WITH moved AS (
    INSERT INTO simoff.cases (id, head_seq, head_hash) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING RETURNING id
  ) ${EVENTS}`;
/** Of two that continue it, the second waits here for the first, looks at the head again and finds another. */
const CONTINUE = `WITH moved AS (
    UPDATE simoff.cases SET head_seq = $2, head_hash = $3
    WHERE id = $1 AND head_seq = $7 AND head_hash = $8 RETURNING id
  ) ${EVENTS}`;

/** The log in Postgres. Writers of one case wait for each other at its row; those of different cases do not. */
export function postgresLog(database: PostgresDatabase): CaseLog {
  return {
    async append(caseId, expectedHead, links) {
      const last = links.at(-1);
      if (!last) return expectHead(database, caseId, expectedHead);
      const { seq, hash } = expectedHead;
      const rows = [links.map(({ event }) => event.seq), links.map((link) => link.hash), links.map(({ json }) => json)];
      const values = [caseId, last.event.seq, last.hash, ...rows];
      const written = hash === null ? database.rows(OPEN, values) : database.rows(CONTINUE, [...values, seq, hash]);
      if ((await written).length === 0) throw new SimoffError('case-changed', { case: caseId });
    },
    async read(caseId) {
      return casesOf(await database.rows<Row>(`${ROWS} WHERE c.id = $1 ORDER BY e.seq`, [caseId]))[0] ?? null;
    },
    async list(prefix = '') {
      const sql = 'SELECT id FROM simoff.cases WHERE starts_with(id, $1) ORDER BY opened';
      return (await database.rows<{ id: string }>(sql, [prefix])).map(({ id }) => id);
    },
    async *readAll() {
      const sql = `${ROWS} WHERE c.opened IN (SELECT opened FROM simoff.cases WHERE opened > $1 ORDER BY opened LIMIT ${BATCH})
        ORDER BY c.opened, e.seq`;
      for (let after: string | null = '0'; after !== null; ) {
        const rows: Row[] = await database.rows<Row>(sql, [after]);
        yield* casesOf(rows);
        after = rows.at(-1)?.opened ?? null;
      }
    },
    delete: (caseId) =>
      database.transaction(async (client) => {
        await client.query('DELETE FROM simoff.blobs WHERE case_id = $1', [caseId]);
        await client.query('DELETE FROM simoff.secrets WHERE case_id = $1', [caseId]);
        const { rowCount } = await client.query('DELETE FROM simoff.cases WHERE id = $1', [caseId]);
        return (rowCount ?? 0) > 0;
      }),
  };
}

async function expectHead(database: PostgresDatabase, caseId: string, expected: Head): Promise<void> {
  const sql = 'SELECT head_seq AS seq, head_hash AS hash FROM simoff.cases WHERE id = $1';
  const head = (await database.rows<Row>(sql, [caseId]))[0] ?? EMPTY_HEAD;
  if (head.seq !== expected.seq || head.hash !== expected.hash) throw new SimoffError('case-changed', { case: caseId });
}

/** Rows of whole cases, those of one case together and in order. */
function casesOf(rows: readonly Row[]): ReadCase[] {
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, ofCase]) => {
    const [first] = ofCase as [Row, ...Row[]];
    const events = ofCase.filter((row): row is Row & StoredRow => row.seq !== null);
    return { case: id, ...verifyRows(id, events, { seq: first.head_seq, hash: first.head_hash }) };
  });
}
