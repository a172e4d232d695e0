import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { EMPTY_HEAD, type Head, type Link, verifyRows } from '../../domain/case/chain.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { Blobs } from '../../ports/blobs.ts';
import type { CaseLog, ReadCase } from '../../ports/case-log.ts';
import type { Secret, Secrets } from '../../ports/secrets.ts';
import type { Store } from '../../ports/store.ts';
import { referenceTo, salted, secretHash } from '../secrets-age/secret.ts';

/** A store that ends with the process; nothing is encrypted, since nothing is written anywhere. */
export function memoryStore(): Store {
  const cases = new Map<string, Link[]>();
  const files = new Map<string, Map<string, Uint8Array>>();
  const values = new Map<string, Map<string, Secret>>();
  return {
    log: memoryLog(cases, files, values),
    blobs: memoryBlobs(files),
    secrets: memorySecrets(values),
    describe: async () => ({ kind: 'memory', where: 'memory', damaged: false }),
    close: async () => undefined,
  };
}

function memoryLog(cases: Map<string, Link[]>, ...others: Map<string, unknown>[]): CaseLog {
  const readOne = (caseId: string): ReadCase | null => {
    const links = cases.get(caseId);
    if (!links) return null;
    const rows = links.map(({ event, hash, json }) => ({ seq: event.seq, hash, json }));
    return { case: caseId, ...verifyRows(caseId, rows, headOf(links)) };
  };
  return {
    async append(caseId, expectedHead, links) {
      const there = cases.get(caseId) ?? [];
      const head = headOf(there);
      if (head.seq !== expectedHead.seq || head.hash !== expectedHead.hash) {
        throw new SimoffError('case-changed', { case: caseId });
      }
      if (links.length > 0) cases.set(caseId, [...there, ...links]);
    },
    read: async (caseId) => readOne(caseId),
    list: async (prefix = '') => [...cases.keys()].filter((id) => id.startsWith(prefix)),
    async *readAll() {
      for (const id of [...cases.keys()]) {
        const read = readOne(id);
        if (read) yield read;
      }
    },
    async delete(caseId) {
      for (const other of others) other.delete(caseId);
      return cases.delete(caseId);
    },
  };
}

function headOf(links: readonly Link[]): Head {
  const last = links.at(-1);
  return last ? { seq: last.event.seq, hash: last.hash } : EMPTY_HEAD;
}

function memoryBlobs(files: Map<string, Map<string, Uint8Array>>): Blobs {
  return {
    async put(caseId, bytes) {
      const name = bytesToHex(sha256(bytes));
      of(files, caseId).set(name, Uint8Array.from(bytes));
      return name;
    },
    get: async (caseId, name) => files.get(caseId)?.get(name)?.slice() ?? null,
    list: async (caseId) => [...(files.get(caseId)?.keys() ?? [])],
    deleteAll: async (caseId) => void files.delete(caseId),
  };
}

function memorySecrets(values: Map<string, Map<string, Secret>>): Secrets {
  return {
    async put(caseId, value, masked) {
      const secret = salted(value);
      const reference = referenceTo(secret, masked);
      of(values, caseId).set(reference.secret, secret);
      return reference;
    },
    async get(caseId, { secret: name, masked, hash }) {
      const secret = values.get(caseId)?.get(name);
      if (!secret) return null;
      if (secretHash(secret) !== hash) throw new SimoffError('secret-damaged', { masked });
      return secret.value;
    },
    all: async (caseId) => new Map(values.get(caseId)),
    restore: async (caseId, reference, { value, salt }) => void of(values, caseId).set(reference, { value, salt }),
    deleteAll: async (caseId) => void values.delete(caseId),
  };
}

function of<T>(maps: Map<string, Map<string, T>>, caseId: string): Map<string, T> {
  const found = maps.get(caseId) ?? new Map<string, T>();
  maps.set(caseId, found);
  return found;
}
