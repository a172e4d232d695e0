import type { Context } from 'hono';
import type { Given } from '../../app/case/record.ts';
import type { GivenFile } from '../../app/case/seal.ts';
import { mediaTypeOf } from '../../domain/case/media-type.ts';
import { SimoffError } from '../../domain/errors.ts';

/**
 * An event in a request: JSON `{event, at, set}`, or a form with the same and any number of files named `attach`. `presumed`: the
 * event where none is named.
 */
export async function givenOf(c: Context, presumed?: string): Promise<Given & { event: string }> {
  if (!/^multipart\/form-data/i.test(c.req.header('content-type') ?? '')) {
    return { ...checked({ event: presumed, ...(await c.req.json()) }), files: [] };
  }
  const form = await formOf(c);
  const set = typeof form.set === 'string' ? JSON.parse(form.set) : undefined;
  return { ...checked({ event: form.event ?? presumed, at: form.at, set }), files: await filesOf(form.attach) };
}

/** The fields of a form; of each the only one, or all in a list. Throws `usage` where the body is no form. */
export async function formOf(c: Context): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody({ all: true });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new SimoffError('usage', { problem: 'invalid-parameter', named: 'body' }, { cause });
  }
}

function checked(value: unknown): { event: string; at: string | null; set: Record<string, string> } {
  const { event, at, set = {} } = (value ?? {}) as Record<string, unknown>;
  const wrong = (named: string): SimoffError => new SimoffError('usage', { problem: 'invalid-parameter', named });
  if (typeof event !== 'string') throw wrong('event');
  if (at !== undefined && at !== null && typeof at !== 'string') throw wrong('at');
  if (typeof set !== 'object' || set === null || Object.values(set).some((text) => typeof text !== 'string')) {
    throw wrong('set');
  }
  return { event, at: typeof at === 'string' && at !== '' ? at : null, set: set as Record<string, string> };
}

async function filesOf(field: unknown): Promise<GivenFile[]> {
  const files = (Array.isArray(field) ? field : [field]).filter((one): one is File => one instanceof File);
  return Promise.all(
    files
      .filter((file) => file.size > 0)
      .map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
        mediaType: file.type || mediaTypeOf(file.name),
      })),
  );
}
