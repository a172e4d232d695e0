import { EMPTY_HEAD, type Head, type StoredRow, verifyRows } from '../../domain/case/chain.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { CaseLog, ReadCase } from '../../ports/case-log.ts';
import type { StoreFile } from './file.ts';
import { forget } from './forget.ts';
import { markOf } from './mark.ts';
import type { SalvagedCase } from './salvage.ts';

interface CaseRow {
  opened: number;
  id: string;
  head_seq: number;
  head_hash: string;
  mark: string;
}

/** What SQLite says of a case; `head` is null where the row of the case does not fit its own mark. */
interface Rows {
  head: Head | null;
  events: StoredRow[];
}

const CASE = 'SELECT opened, id, head_seq, head_hash, mark FROM cases WHERE id = ?';
const EVENTS = 'SELECT seq, hash, json FROM events WHERE case_id = ? ORDER BY seq';

/** The log in a SQLite file. What SQLite reads is taken where the chain proves it; otherwise the raw bytes are searched as well. */
export function sqliteLog(file: StoreFile): CaseLog {
  const read = async (caseId: string): Promise<ReadCase | null> => {
    if (!(await file.opened())) return null;
    const rows = file.read((db) => db.transaction(() => rowsOf(file, caseId))());
    if (rows === null) return null;
    if (rows?.head) {
      const proven = verifyRows(caseId, rows.events, rows.head);
      if (proven.problems.length === 0) return { case: caseId, ...proven };
    }
    return pieced(caseId, rows ?? null, file.salvaged().cases.get(caseId));
  };
  const list = async (prefix = ''): Promise<string[]> => {
    if (!(await file.opened())) return [];
    const ids = file.read((db) => db.transaction(() => idsOf(file))()) ?? salvagedIds(file);
    return ids.filter((id) => id.startsWith(prefix));
  };
  return {
    read,
    list,
    async *readAll() {
      for (const id of await list()) {
        const found = await read(id);
        if (found) yield found;
      }
    },
    async append(caseId, expectedHead, links) {
      await file.write(() => {
        const row = file.statement(CASE).get(caseId) as CaseRow | undefined;
        const head = row ? { seq: row.head_seq, hash: row.head_hash } : EMPTY_HEAD;
        if (head.seq !== expectedHead.seq || head.hash !== expectedHead.hash) {
          throw new SimoffError('case-changed', { case: caseId });
        }
        const last = links.at(-1);
        if (!last) return;
        const newHead = { seq: last.event.seq, hash: last.hash };
        writeHead(file, caseId, row?.opened ?? null, newHead);
        const insert = file.statement('INSERT INTO events (case_id, seq, hash, json) VALUES (?, ?, ?, ?)');
        for (const { event, hash, json } of links) insert.run(caseId, event.seq, hash, json);
      });
    },
    delete: (caseId) => forget(file, caseId),
  };
}

function writeHead(file: StoreFile, caseId: string, known: number | null, head: Head): void {
  const next = (): number => file.statement('SELECT coalesce(max(opened), 0) + 1 FROM cases').pluck().get() as number;
  const opened = known ?? next();
  const mark = markOf({ case: caseId, opened, head });
  const sql =
    known === null
      ? 'INSERT INTO cases (head_seq, head_hash, mark, opened, id) VALUES (?, ?, ?, ?, ?)'
      : 'UPDATE cases SET head_seq = ?, head_hash = ?, mark = ? WHERE opened = ? AND id = ?';
  file.statement(sql).run(head.seq, head.hash, mark, opened, caseId);
}

/** null: no such case, which both the index and the table say. */
function rowsOf(file: StoreFile, caseId: string): Rows | null {
  const row = (file.statement(CASE).get(caseId) ?? scanned(file, caseId)) as CaseRow | undefined;
  if (!row) return null;
  const head = { seq: row.head_seq, hash: row.head_hash };
  const whole = row.id === caseId && row.mark === markOf({ case: caseId, opened: row.opened, head });
  if (!whole) file.distrust();
  return { head: whole ? head : null, events: file.statement(EVENTS).all(caseId).map(checkedRow) };
}

function scanned(file: StoreFile, caseId: string): unknown {
  const found = file.statement(CASE.replace('FROM cases', 'FROM cases NOT INDEXED')).get(caseId);
  if (found) file.distrust();
  return found;
}

/** A damaged row can hold a value of any type. */
function checkedRow(row: unknown): StoredRow {
  const { seq, hash, json } = row as Record<string, unknown>;
  return {
    seq: typeof seq === 'number' ? seq : 0,
    hash: typeof hash === 'string' ? hash : '',
    json: typeof json === 'string' ? json : null,
  };
}

/** All ids in the order of opening; undefined where the index and the table do not agree on them. */
function idsOf(file: StoreFile): string[] | undefined {
  const inTable = file.statement('SELECT id FROM cases NOT INDEXED ORDER BY opened').pluck().all() as string[];
  const inIndex = file.statement('SELECT id FROM cases ORDER BY id').pluck().all() as string[];
  const sorted = new Set(inIndex);
  if (inTable.length === sorted.size && inTable.every((id) => sorted.has(id))) return inTable;
  file.distrust();
  return undefined;
}

function salvagedIds(file: StoreFile): string[] {
  const cases = [...file.salvaged().cases];
  const opened = ({ opened: place }: SalvagedCase): number => place ?? Number.POSITIVE_INFINITY;
  return cases.sort(([, a], [, b]) => opened(a) - opened(b) || 0).map(([id]) => id);
}

/** A case from what SQLite reads and what the raw bytes hold; what is proven in the raw bytes wins. */
function pieced(caseId: string, rows: Rows | null, salvaged: SalvagedCase | undefined): ReadCase | null {
  const head = rows?.head ?? salvaged?.head ?? null;
  const found = salvaged?.rows ?? [];
  const last = head?.seq ?? Math.max(0, ...found.map(({ seq }) => seq));
  const bySeq = new Map<number, StoredRow>();
  for (const row of rows?.events ?? []) if (row.seq >= 1 && row.seq <= last) bySeq.set(row.seq, row);
  for (const row of found) if (row.seq <= last && (row.json !== null || !bySeq.has(row.seq))) bySeq.set(row.seq, row);
  if (bySeq.size === 0 && !head) return null;
  const sorted = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const read = verifyRows(caseId, sorted, head);
  // Without a head nothing says that the last event is the last one.
  if (!head) read.problems.push({ code: 'head-differs', seq: last });
  return { case: caseId, ...read };
}
