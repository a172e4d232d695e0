/** What is left where a carrier does not answer or refuses, the mildest step first. */
import { ask, record } from './buttons.ts';
import type { EscalationKind } from './events.ts';
import type { Scene } from './scene.ts';
import type { Button } from './types.ts';

/** In the order in which to take them; the sentence of each stands under `case.ladder.<code>`. */
export const RUNGS = ['second-request', 'other-channel', 'supervisor', 'fcc-informal', 'notice-of-dispute'] as const;
export type RungCode = (typeof RUNGS)[number];

export interface Rung {
  code: RungCode;
  done: boolean;
  button: Button;
}

/**
 * The steps open to this case. A refusal is an answer, so that nothing is asked a second time; the FCC passes on complaints about
 * US phone companies only. An executive office is no step: the catalog names none. Empty where nothing is asked for.
 */
export function ladderOf(scene: Scene, trouble: 'no-answer' | 'refused'): Rung[] {
  const { way, world } = scene;
  const { purpose, requests, words, from, state } = way;
  if (purpose === null) return [];
  const filed = (kind: EscalationKind): boolean =>
    state.all('escalation-filed').some(({ seq, data }) => seq > from && data.kind === kind);
  const tried = new Set([...requests, ...words].flatMap(({ data }) => data.via ?? []));
  const other = world.product.channels.find(
    ({ kind, canCancelHere }) => !tried.has(kind) && (purpose !== 'cancel' || canCancelHere?.value !== 'no'),
  );
  const complain = (kind: EscalationKind): Button => record('escalation-filed', { kind, about: 'request' });
  const again = ask(purpose);
  const rungs: Record<RungCode, Rung | null> = {
    'second-request':
      trouble === 'refused' ? null : { code: 'second-request', done: requests.length > 1, button: again },
    'other-channel':
      tried.size < 2 && !other
        ? null
        : {
            code: 'other-channel',
            done: tried.size > 1,
            button: other ? { ...again, preset: { ...again.preset, via: other.kind } } : again,
          },
    supervisor: { code: 'supervisor', done: filed('supervisor'), button: complain('supervisor') },
    'fcc-informal': takesComplaints(scene)
      ? { code: 'fcc-informal', done: filed('fcc-informal'), button: complain('fcc-informal') }
      : null,
    'notice-of-dispute': {
      code: 'notice-of-dispute',
      done: filed('notice-of-dispute'),
      button: complain('notice-of-dispute'),
    },
  };
  return RUNGS.flatMap((code) => rungs[code] ?? []);
}

/** A US phone company, and the rule still in force (47 CFR 1.711 to 1.717, as the catalog has it). */
function takesComplaints({ world: { brand, rules } }: Scene): boolean {
  const rule = rules.find(({ id }) => id === 'fcc-informal-complaint');
  return (brand.kind === 'mno' || brand.kind === 'mvno') && rule?.state === 'in-force';
}
