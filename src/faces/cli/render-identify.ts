import type { IdentifyView } from '../../app/identify.ts';
import type { Say } from '../../locale/say.ts';

/** What the text or picture is, masked, with its problems and the brands it could belong to. */
export function renderIdentify(view: IdentifyView, say: Say): string {
  const head = `${say(`identify.kind.${view.kind}`)}${view.masked ? `: ${view.masked}` : ''}`;
  const problems = view.problems.map((problem) => `  ! ${problem.message}`);
  const brands = view.candidates.map((candidate) => {
    const grounds = candidate.grounds.map((ground) => `      ${ground.message}`);
    return [
      `  • ${candidate.name} (${candidate.carrier}) [${say(`catalog.confidence.${candidate.confidence}`)}]`,
      ...grounds,
    ].join('\n');
  });
  const also = view.also.map((other) => `  + ${say(`identify.kind.${other.kind}`)}: ${other.masked ?? ''}`);
  return [
    head,
    ...problems,
    ...also,
    ...(brands.length > 0 ? ['', say('cli.identify.candidates'), ...brands] : []),
    '',
    say('cli.identify.choose'),
  ].join('\n');
}
