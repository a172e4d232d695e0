import type { IdentifyView } from '../../app/identify.ts';
import type { Say } from '../../locale/say.ts';
import { wrap } from './wrap.ts';

/** What the text or picture is, masked, with its problems and the brands it could belong to. */
export function renderIdentify(view: IdentifyView, say: Say): string {
  const named = (kind: string, masked: string | null): string =>
    say(`identify.kind.${kind}`) + (masked === null ? '' : `${say('check.text.colon')}${masked}`);
  // A brand's name is no number, and nobody took it for one.
  const head = view.kind === 'unknown' && view.candidates.length > 0 ? [] : [named(view.kind, view.masked)];
  const problems = view.problems.map((problem) => wrap(problem.message, '  ! '));
  const brands = view.candidates.map((candidate) => {
    const grounds = candidate.grounds.map((ground) => wrap(ground.message, '      '));
    return [
      `  • ${candidate.name} (${candidate.carrier}) [${say(`catalog.confidence.${candidate.confidence}`)}]`,
      ...grounds,
    ].join('\n');
  });
  const also = view.also.map((other) => `  + ${named(other.kind, other.masked)}`);
  return [
    ...head,
    ...problems,
    ...also,
    ...(head.length > 0 ? [''] : []),
    ...(brands.length > 0 ? [say('cli.identify.candidates'), ...brands, ''] : []),
    wrap(say('cli.identify.choose')),
  ].join('\n');
}
