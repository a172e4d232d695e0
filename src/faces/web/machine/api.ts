/** Calls to the simoff that runs on this machine: the only place of the web app that speaks to /api. */
import { LANGUAGE_TAGS, type Say } from '../../../locale/say.ts';
import { readable } from '../format.ts';
import { isMachine } from './where.ts';

/** `none`: a folder of files without simoff behind it; `gone`: it does not answer; the rest are the codes of the API. */
export class ApiError extends Error {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The API's own sentence, in the language that was asked for; empty where it said none. */
  readonly sentence: string;

  constructor(code: string, facts: Readonly<Record<string, unknown>> = {}, sentence = '') {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.facts = facts;
    this.sentence = sentence;
  }
}

export interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  json?: unknown;
  form?: FormData;
}

/** The JSON answer of a path below /api, in the language of `say`. Throws ApiError. */
export async function ask<T>(path: string, say: Say, asked: Asked = {}): Promise<T> {
  const response = await answerOf(path, say, asked);
  if (!isJson(response)) throw new ApiError('none');
  return (await response.json()) as T;
}

/** The bytes of an answer and the file name it suggests. Throws ApiError. */
export async function askFile(path: string, say: Say, form: FormData): Promise<{ blob: Blob; name: string }> {
  const response = await answerOf(path, say, { method: 'POST', form });
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'simoff';
  return { blob: await response.blob(), name };
}

async function answerOf(path: string, say: Say, { method, json, form }: Asked): Promise<Response> {
  if (!isMachine()) throw new ApiError('none');
  const url = `./api${path}${path.includes('?') ? '&' : '?'}lang=${say.language}`;
  const body = form ?? (json === undefined ? undefined : JSON.stringify(json));
  const headers: Record<string, string> = { 'Accept-Language': LANGUAGE_TAGS[say.language] };
  if (json !== undefined) headers['Content-Type'] = 'application/json';
  const init: RequestInit = { method: method ?? (body === undefined ? 'GET' : 'POST'), headers, cache: 'no-store' };
  const response = await fetch(url, body === undefined ? init : { ...init, body }).catch(() => {
    throw new ApiError('gone');
  });
  if (response.ok) return response;
  throw await errorOf(response, say);
}

async function errorOf(response: Response, say: Say): Promise<ApiError> {
  const body: unknown = isJson(response) ? await response.json().catch(() => null) : null;
  const { error } = (body ?? {}) as { error?: { code?: unknown; message?: unknown; facts?: unknown } };
  if (typeof error?.code !== 'string') return new ApiError(response.status === 404 ? 'none' : 'gone');
  const facts = typeof error.facts === 'object' && error.facts !== null ? error.facts : {};
  const sentence = typeof error.message === 'string' ? readable(error.message, say.language) : '';
  return new ApiError(error.code, facts as Record<string, unknown>, sentence);
}

function isJson(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').includes('json');
}
