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

/** The log in Postgres. Writers of one case wait for each other at its row; those of different cases do not. */
export function postgresLog(database: PostgresDatabase): CaseLog {
  return {
    async append(caseId, expectedHead, links) {
      await database.transaction(async (client) => {
        // Of two that open the same case, the second waits here for the first and then finds its row.
        if (expectedHead.seq === 0 && links.length > 0) {
          await client.query('INSERT INTO simoff.cases (id, head_seq) VALUES ($1, 0) ON CONFLICT (id) DO NOTHING', [
            caseId,
          ]);
        }
        const { rows } = await client.query(
          'SELECT head_seq AS seq, head_hash AS hash FROM simoff.cases WHERE id = $1 FOR UPDATE',
          [caseId],
        );
        const head: Head = rows[0] ?? EMPTY_HEAD;
        if (head.seq !== expectedHead.seq || head.hash !== expectedHead.hash) {
          throw new SimoffError('case-changed', { case: caseId });
        }
        const last = links.at(-1);
        if (!last) return;
        await client.query(
          `INSERT INTO simoff.events (case_id, seq, hash, json)
           SELECT $1, * FROM unnest($2::integer[], $3::text[], $4::text[])`,
          [caseId, links.map(({ event }) => event.seq), links.map(({ hash }) => hash), links.map(({ json }) => json)],
        );
        await client.query('UPDATE simoff.cases SET head_seq = $2, head_hash = $3 WHERE id = $1', [
          caseId,
          last.event.seq,
          last.hash,
        ]);
      });
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

/** Rows of whole cases, those of one case together and in order. */
function casesOf(rows: readonly Row[]): ReadCase[] {
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, ofCase]) => {
    const [first] = ofCase as [Row, ...Row[]];
    const events = ofCase.filter((row): row is Row & StoredRow => row.seq !== null);
    return { case: id, ...verifyRows(id, events, { seq: first.head_seq, hash: first.head_hash }) };
  });
}
