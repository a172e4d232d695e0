import { type PortalOptions, type Portals, startPortals as start } from './kit/server.ts';
import type { Site } from './kit/types.ts';
import { brisa } from './sites/brisa.ts';
import { hollow } from './sites/hollow.ts';
import { juniper } from './sites/juniper.ts';
import { larkspur } from './sites/larkspur.ts';
import { pocketsea } from './sites/pocketsea.ts';
import { quillfone } from './sites/quillfone.ts';
import { ridgeline } from './sites/ridgeline.ts';
import { tern } from './sites/tern.ts';
import { yunlian } from './sites/yunlian.ts';

/** Every practice carrier. */
export const SITES: readonly Site[] = [
  larkspur,
  quillfone,
  brisa,
  yunlian,
  ridgeline,
  hollow,
  tern,
  pocketsea,
  juniper,
];

/** Starts all practice carriers on 127.0.0.1. */
export function startPortals(options: Omit<PortalOptions, 'sites'>): Promise<Portals> {
  return start({ ...options, sites: SITES });
}
