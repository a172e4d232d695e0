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
  const [carrier = '', product] = (args[0] ?? '').split('/', 2);
  const request = {
    carrier,
    product: product ?? null,
    from: typeof own.from === 'string' ? own.from : 'US',
    zone: typeof own.zone === 'string' ? own.zone : null,
    now: instantOf(options, io.now),
  };
  const view = await checkCarrier(request, io.catalog(), say);
  answer(view, () => renderCheck(view, say));
  return EXIT.done;
}
