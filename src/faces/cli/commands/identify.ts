import { identifyPicture, identifyText } from '../../../app/identify.ts';
import { SimoffError } from '../../../domain/errors.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { renderIdentify } from '../render-identify.ts';
import { type Context, EXIT } from '../run.ts';

/** `identify TEXT | - | --image FILE`. Odd content is an answer (exit 0); only what cannot be read is an error. */
export async function identify(
  { io, say, answer }: Context,
  args: string[],
  own: Record<string, unknown>,
): Promise<number> {
  const index = await io.catalog().index();
  const view =
    typeof own.image === 'string'
      ? await identifyPicture(io.file(own.image, LIMITS.pictureBytes), await pictureReader(io.paths.wasm), index, say)
      : identifyText(await textOf(io, args), index, say);
  answer(view, () => renderIdentify(view, say));
  return EXIT.done;
}

async function textOf(io: Context['io'], args: string[]): Promise<string> {
  if (args.length === 0) throw new SimoffError('usage', { problem: 'missingArgument', named: 'text' });
  if (args.length > 1 || args[0] !== '-') return args.join(' ');
  const limit = LIMITS.identifyChars * 4;
  const bytes = await io.stdin(limit);
  if (bytes.length > limit) throw new SimoffError('input-too-long', { limit: LIMITS.identifyChars });
  // Windows editors call it “Unicode”; the mark at the start tells it apart from UTF-8.
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

async function pictureReader(wasm: string) {
  const [{ nodePictureReader }] = await Promise.all([import('../../../adapters/picture-zxing/node.ts')]);
  return nodePictureReader(wasm);
}
