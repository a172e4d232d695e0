import { ZipFile } from 'yazl';

/** A zip of small files in memory, each readable by everybody and dated `now` (ISO 8601). Names are paths within it. */
export async function zipOf(files: readonly { name: string; content: Uint8Array }[], now: string): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const { name, content } of files)
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(now), mode: 0o100644 });
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
