import type { RecordedView } from '../../app/case/answers.ts';
import type { SendView } from '../../app/case/send-types.ts';
import type { Say } from '../../locale/say.ts';
import { renderRecorded } from './render-case.ts';
import { wrap } from './wrap.ts';

/** The mail as it would go out, after what is odd about it. */
export function renderMail(view: SendView, say: Say): string {
  return [
    ...view.warnings.map(({ message }) => wrap(message, '! ')),
    say('send.cli.server', { server: view.server ?? say('send.cli.noServer') }),
    say('send.cli.envelope', { from: view.from, to: view.to }),
    say('send.cli.mail'),
    '',
    ...view.headers,
    '',
    view.body.trimEnd(),
    '',
    say('send.cli.end'),
  ].join('\n');
}

/** What became of it, and where the case stands now. */
export function renderSent(view: SendView, recorded: RecordedView, say: Say): string {
  const { to, server, answer } = view;
  const head =
    view.sent === 'yes'
      ? say('send.cli.sent', { to, answer: answer ?? '' })
      : say('send.cli.unknown', { server: server ?? '' });
  return `${head}\n\n${renderRecorded(recorded, say)}`;
}
