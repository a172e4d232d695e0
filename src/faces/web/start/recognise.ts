/** Identifying, with its heavy parts loaded only when there is something to identify. */
import type { IdentifyView } from '../../../app/identify.ts';
import { SimoffError } from '../../../domain/errors.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { Say } from '../../../locale/say.ts';
import { catalog } from '../catalog.ts';
import { part } from '../parts/part.ts';

export async function recogniseText(text: string, say: Say): Promise<IdentifyView> {
  const [{ identifyText }, index] = await Promise.all([part(import('../../../app/identify.ts')), catalog.index()]);
  return identifyText(text, index, say);
}

export async function recognisePicture(file: Blob, say: Say): Promise<IdentifyView> {
  if (file.size > LIMITS.pictureBytes) {
    throw new SimoffError('picture-too-large', { limit: LIMITS.pictureBytes / 1_000_000, unit: 'MB' });
  }
  const [{ identifyPicture }, { webPictureReader }, index, bytes] = await Promise.all([
    part(import('../../../app/identify.ts')),
    part(import('./picture-reader.ts')),
    catalog.index(),
    file.arrayBuffer(),
  ]);
  return identifyPicture(new Uint8Array(bytes), webPictureReader, index, say);
}
