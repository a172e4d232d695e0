/** A script of the page that did not arrive: no network, or a newer version stands on the server. */
export class PartMissing extends Error {}

/** The module, or PartMissing in place of what the browser says about it. */
export async function part<T>(module: Promise<T>): Promise<T> {
  try {
    return await module;
  } catch (cause) {
    throw new PartMissing('a script of the page did not load', { cause });
  }
}
