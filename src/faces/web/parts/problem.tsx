import { Component, type ReactNode, useEffect } from 'react';
import { type Facts, SimoffError } from '../../../domain/errors.ts';
import type { Say } from '../../../locale/say.ts';
import { useSay } from '../language.tsx';
import { ApiError } from '../machine/api.ts';
import { PartMissing } from './part.ts';

/** Errors whose general sentence speaks of the command line; here they have one of their own. */
const OWN = ['internal', 'unknown-carrier', 'unknown-product', 'carrier-retired', 'carrier-gone'];
/** The same for what the simoff on this machine answers. */
const OF_MACHINE = [
  'none',
  'gone',
  'refused',
  'internal',
  'unknown-case',
  'import-locked',
  'case-diverged',
  'store-damaged',
];

/** The sentence of an error in the language of the page. What is no error of ours is "something went wrong". */
export function sentenceOf(error: unknown, say: Say): string {
  if (error instanceof PartMissing) return say('web.error.part');
  if (error instanceof ApiError) {
    if (OF_MACHINE.includes(error.code)) return say(`web.machine.${error.code}`, error.facts as Facts);
    return error.sentence || say('web.error.internal');
  }
  if (!(error instanceof SimoffError)) return say('web.error.internal');
  return say(OWN.includes(error.code) ? `web.error.${error.code}` : `error.${error.code}`, error.facts);
}

/** An error for people, with a second try where there is one. */
export function Problem({ error, again }: { error: unknown; again?: () => void }): ReactNode {
  const say = useSay();
  useEffect(() => {
    // A fault of ours stands in the browser's console for whoever looks into it.
    if (![SimoffError, PartMissing, ApiError].some((known) => error instanceof known)) reportError(error);
  }, [error]);
  const missing = error instanceof PartMissing;
  return (
    <div className="problem" role="alert">
      <p>{sentenceOf(error, say)}</p>
      {(missing || again) && (
        // A script that failed to load stays failed until the whole page is loaded again.
        <button type="button" className="button quiet" onClick={missing ? () => window.location.reload() : again}>
          {say(missing ? 'web.reload' : 'web.again')}
        </button>
      )}
    </div>
  );
}

/** Keeps a fault in one page from taking the rest along. A new `page` starts afresh. */
export class Guarded extends Component<{ page: string; children: ReactNode }, { error: unknown; page: string }> {
  override state = { error: null as unknown, page: this.props.page };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  static getDerivedStateFromProps(
    props: { page: string },
    state: { page: string },
  ): { error: null; page: string } | null {
    return props.page === state.page ? null : { error: null, page: props.page };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Problem error={this.state.error} again={() => this.setState({ error: null })} />;
  }
}
