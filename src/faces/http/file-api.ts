import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { recordedView } from '../../app/case/answers.ts';
import { fileAnswer } from '../../app/case/confirm.ts';
import { withDraft } from '../../app/case/draft.ts';
import { exportLines, noCounts } from '../../app/case/export.ts';
import { importLines } from '../../app/case/import.ts';
import { linesOf, streamOf } from '../../app/case/lines.ts';
import { loadCase } from '../../app/case/load.ts';
import { documentBytes, prepareDocuments } from '../../app/case/prepare.ts';
import { importTranscript } from '../../app/case/transcript.ts';
import { filesOf } from '../../app/case/view.ts';
import { unsealed } from '../../domain/case/sealed.ts';
import { receivedOf } from '../../domain/confirm/received.ts';
import { SimoffError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import { apiOf, tooLarge } from './api.ts';
import { formOf, givenOf } from './body.ts';
import type { CaseApiDeps } from './case-api.ts';
import { sayOf } from './language.ts';
import { preparedFiles } from './prepared.ts';

/** Loaded at the first answer: most runs of a server judge none. */
const answerReaders = async () => {
  const [dns, mail, pdf] = await Promise.all([
    import('../../adapters/dns-live/dns.ts'),
    import('../../adapters/mail-check/check.ts'),
    import('../../adapters/pdf-text/text.ts'),
  ]);
  return { dns: dns.liveDns(), mails: mail.mailCheck(), pdf: pdf.pdfText() };
};
const locks = () => import('../../adapters/passphrase-age/passphrase.ts');
/** What a browser does with bytes it gets: keep them as a file, never show them as a page. */
const AS_FILE = { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' } as const;

/** Bytes in and out: exports, imports and the files kept with a case. Forms, since a passphrase must not stand in an address. */
export function createFileApi(deps: CaseApiDeps): OpenAPIHono {
  const api = apiOf(deps);
  api.use('/import', tooLarge(deps, LIMITS.importBytes));
  api.use('/cases/:case/confirm', tooLarge(deps, LIMITS.attachmentBytes));
  const own = async () => ({ ...(await deps.store()), catalog: deps.catalog, now: deps.now(), today: deps.today });

  /** With `signed=true` letters bear the typed name. */
  const signing = async (c: Context) => ({ ...(await own()), signed: c.req.query('signed') === 'true' });

  api.post('/export', async (c) => {
    const form = await formOf(c);
    const passphrase = textOf(form.passphrase);
    const lines = exportLines(textOf(form.case), { secrets: passphrase !== null }, await own(), noCounts());
    const plain = streamOf(lines);
    const stream = passphrase === null ? plain : await (await locks()).locked(plain, passphrase);
    const name = `simoff-${deps.now().slice(0, 10)}${passphrase === null ? '.jsonl' : '.jsonl.age'}`;
    return new Response(stream, { headers: { ...AS_FILE, 'Content-Disposition': `attachment; filename="${name}"` } });
  });

  api.post('/import', async (c) => {
    const { file, passphrase } = await formOf(c);
    if (!(file instanceof File)) throw new SimoffError('usage', { problem: 'invalid-parameter', named: 'file' });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { isLocked, unlocked } = await locks();
    const plain = isLocked(bytes) ? await unlocked(bytes, textOf(passphrase)) : bytes;
    return c.json(await importLines(() => linesOf(plain), await own()));
  });

  api.post('/cases/:case/confirm', async (c) => {
    const { file, text, received, accept } = await formOf(c);
    if (!(file instanceof File) && textOf(text) === null) {
      throw new SimoffError('usage', { problem: 'invalid-parameter', named: 'file' });
    }
    const given = {
      bytes:
        file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(textOf(text) ?? ''),
      name: file instanceof File ? file.name : 'answer.txt',
      text: file instanceof File ? textOf(text) : null,
    };
    const store = await own();
    const at = textOf(received);
    const confirm = {
      ...(deps.readers ?? (await answerReaders())),
      catalog: deps.catalog,
      receivedAt: at === null ? Date.parse(store.now) : receivedOf(at),
    };
    const say = sayOf(c, deps.says);
    const how = { accept: textOf(accept) === 'yes', received: at !== null };
    const filed = await fileAnswer(c.req.param('case'), given, how, { ...store, confirm }, say);
    return c.json({
      ...filed.view,
      ...recordedView(filed, say),
      accepted: filed.accepted,
      notAccepted: filed.notAccepted,
    });
  });

  api.get('/cases/:case/files/:sha256', async (c) => {
    const deps = await own();
    const { read } = await loadCase(c.req.param('case'), deps);
    const kept = read.events.flatMap(filesOf).find(({ sha256 }) => sha256 === c.req.param('sha256'));
    const bytes = kept && (await deps.blobs.get(read.case, kept.sha256));
    if (!kept || !bytes) throw new SimoffError('not-found', { what: 'file' });
    const name = encodeURIComponent(unsealed<string>(kept.name));
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { ...AS_FILE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  });

  api.use('/cases/:case/transcript', tooLarge(deps, LIMITS.attachmentBytes * 2));
  api.post('/cases/:case/transcript', async (c) => {
    const { textReader } = await import('../../adapters/text-reader/reader.ts');
    const { event: _, ...given } = await givenOf(c, 'evidence-attached');
    const all = { ...(await own()), texts: textReader };
    return c.json(await importTranscript(c.req.param('case'), given, sayOf(c, deps.says), all));
  });

  api.get('/cases/:case/documents.zip', async (c) => {
    const say = sayOf(c, deps.says);
    const { composed, files } = await preparedFiles(
      c.req.param('case'),
      deps.says,
      say,
      await signing(c),
      deps.pdf ?? null,
    );
    const { zipOf } = await import('../../adapters/zip-yazl/zip.ts');
    const headers = { ...AS_FILE, 'Content-Disposition': `attachment; filename="simoff-${composed}.zip"` };
    return new Response((await zipOf(files, deps.now())) as Uint8Array<ArrayBuffer>, { headers });
  });

  api.get('/cases/:case/documents/:name', async (c) => {
    const { language } = sayOf(c, deps.says);
    const prepared = await prepareDocuments(c.req.param('case'), deps.says, language, await signing(c), null);
    const { composeMail } = await import('../../adapters/mailer-smtp/compose.ts');
    const drafted = { ...prepared, ...(await withDraft(prepared, null, composeMail)) };
    const bytes = await documentBytes(drafted, c.req.param('name'), deps.pdf ?? null);
    if (!bytes) throw new SimoffError('not-found', { what: 'document' });
    const headers = { ...AS_FILE, 'Content-Disposition': `attachment; filename="${c.req.param('name')}"` };
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers });
  });

  return api;
}

function textOf(field: unknown): string | null {
  return typeof field === 'string' && field !== '' ? field : null;
}
