import { addDays, document, gate, longDay, masked } from '../kit/pages.ts';
import type { Site, Visit } from '../kit/types.ts';

const page = (title: string, body: string): string =>
  document(
    title,
    `<div class="side" role="navigation"><a href="/">Summary</a><br><a href="/manage">Manage account</a><br><a href="/help">Help</a><br><a href="/logout">Sign out</a></div><div role="main"><h1>${title}</h1>${body}</div><div style="position:fixed;right:10px;bottom:10px"><button>Chat with us</button></div>`,
  );

/** One long form: the wrong line ticked before, a choice of days, a fee in small print, a word to type. */
export const tern: Site = {
  id: 'tern',
  name: 'Tern Telecom',
  language: 'en',
  ending: 'accepted',
  needsCode: false,
  handle,
  mail: (line, reference) => ({
    subject: 'Cancellation scheduled',
    text: `The cancellation of line ${masked(line)} is scheduled. Service ends on ${longDay(line.endsOn ?? '')}. Order number ${reference}.`,
  }),
};

function handle(visit: Visit) {
  const out = gate(visit, {
    signIn: () =>
      page(
        'Sign in to My Tern',
        '<form method="post" action="/login"><p><input name="u" aria-label="Phone or email"></p><p><input name="p" type="password" aria-label="Password"></p><button>Sign in</button></form>',
      ),
    code: () => '',
  });
  if (out) return out;
  const cycle = addDays(visit.today, 12);
  switch (visit.path) {
    case '/manage':
      return {
        html: page(
          'Manage account',
          '<h2>Services</h2><p><a href="/add">Add a line</a></p><p><a href="/hold">Put service on hold</a></p><p><a href="/cancel">Cancel a line</a></p><p><a href="/close">Close my account</a></p>',
        ),
      };
    case '/add':
    case '/hold':
    case '/close':
      visit.did(visit.path, true);
      return { html: page('Done', '') };
    case '/cancel':
      return {
        html: page(
          'Cancel a line',
          `<form method="post" action="/finish"><fieldset><legend>Which lines?</legend>${visit.account.lines.map((line, at) => `<p><label><input type="checkbox" name="line" value="${line.msisdn}" ${at === 0 ? 'checked' : ''}> ${masked(line)} (${line.nickname})</label></p>`).join('')}</fieldset><fieldset><legend>When should service end?</legend><p><label><input type="radio" name="when" value="now"> Immediately</label></p><p><label><input type="radio" name="when" value="cycle"> At the end of the billing cycle, ${longDay(cycle)}</label></p></fieldset><p>A remaining device balance of $120.00 will be charged on the final bill.</p><p><label>Type CANCEL to confirm <input name="word" required></label></p><button type="button" onclick="location='/manage'">Never mind</button> <button>Cancel selected line</button></form>`,
        ),
      };
    case '/finish': {
      const chosen = visit.form.getAll('line');
      if (visit.method !== 'POST' || visit.form.get('word')?.toUpperCase() !== 'CANCEL' || !visit.form.get('when'))
        return { redirect: '/cancel' };
      const ends = visit.form.get('when') === 'now' ? visit.today : cycle;
      const references = visit.account.lines
        .filter(({ msisdn }) => chosen.includes(msisdn))
        .map((line) => visit.end(line, 'ending', ends));
      return {
        html: page(
          'Cancellation scheduled',
          `<p>The cancellation of line ${visit.account.lines
            .filter(({ msisdn }) => chosen.includes(msisdn))
            .map(masked)
            .join(
              ', ',
            )} is scheduled. Service ends on ${longDay(ends)}.</p><p>Order number ${references.join(', ')}</p>`,
        ),
      };
    }
    case '/help':
      return { html: page('Help', '<p>Ask us anything.</p>') };
    default:
      return { html: page('Summary', '<p>Next bill: $64.00</p>') };
  }
}
