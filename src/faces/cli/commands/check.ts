import { checkCarrier } from '../../../app/check.ts';
import { instantOf } from '../options.ts';
import { renderCheck } from '../render-check.ts';
import { type Context, EXIT } from '../run.ts';

/** `check CARRIER[/PRODUCT] [--from US|CN|…] [--zone ZONE]`. */
export async function check(
  { io, say, options, answer }: Context,
  args: string[],
  own: Record<string, unknown>,
): Promise<number> {
  // All after the first stroke is the product, so that one too many is refused and not passed over.
  const [carrier = '', ...rest] = (args[0] ?? '').split('/');
  const request = {
    carrier,
    product: rest.length > 0 ? rest.join('/') : null,
    from: typeof own.from === 'string' ? own.from : 'US',
    zone: typeof own.zone === 'string' ? own.zone : null,
    now: instantOf(options, io.now),
  };
  const view = await checkCarrier(request, io.catalog(), say);
  answer(view, () => renderCheck(view, say));
  return EXIT.done;
}
