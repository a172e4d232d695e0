import { LIMITS } from '../../domain/limits.ts';

/** The lines as a stream of UTF-8 bytes, made as they are read. */
export function streamOf(lines: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return?.();
    },
  });
}

/** The lines of a text, one at a time; what is not UTF-8, or longer than any line of an export, shows as one nobody can read. */
export function* linesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    yield end - start > LIMITS.importLineBytes ? '' : decoder.decode(bytes.subarray(start, end));
    start = end + 1;
  }
}
