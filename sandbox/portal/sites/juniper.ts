import { document, gate, shown } from '../kit/pages.ts';
import type { Site, Visit } from '../kit/types.ts';

const page = (title: string, body: string): string =>
  document(
    title,
    `<nav><a href="/">Home</a> <a href="/lines">My lines</a> <a href="/logout">Sign off</a></nav><main><h1>${title}</h1>${body}</main>`,
  );

/** Only a chat ends it, and the chat gives a ticket. */
export const juniper: Site = {
  id: 'juniper',
  name: 'Juniper Talk',
  language: 'en',
  ending: 'chat',
  needsCode: false,
  handle,
  mail: (line, reference) => ({
    subject: 'Chat transcript',
    text: `Your request to cancel ${shown(line)} was received. Ticket number ${reference}.`,
  }),
};

function handle(visit: Visit) {
  const out = gate(visit, {
    signIn: () =>
      page(
        'Sign in',
        '<form method="post" action="/login"><label>Email<input name="u"></label><label>Password<input type="password" name="p"></label><button>Sign in</button></form>',
      ),
    code: () => '',
  });
  if (out) return out;
  switch (visit.path) {
    case '/lines':
      return {
        html: page(
          'My lines',
          visit.account.lines
            .map(
              (line) => `<div><p>${shown(line)}</p><a href="/line?n=${line.msisdn.slice(-4)}">Line settings</a></div>`,
            )
            .join(''),
        ),
      };
    case '/line':
      return { html: page('Line settings', '<a href="/plan">Change my plan</a> <a href="/cancel">Cancel line</a>') };
    case '/plan':
      visit.did('plan', true);
      return { html: page('Plan', '') };
    case '/cancel':
      return {
        html: page('Cancel line', '<p>To cancel your line, chat with an agent.</p><a href="/chat">Start chat</a>'),
      };
    case '/chat':
      return {
        html: page(
          'Chat with an agent',
          '<form method="post" action="/said"><p>Agent: How can I help?</p><label>Your message to the chat <input name="say"></label><button>Send</button></form>',
        ),
      };
    case '/said': {
      if (!/cancel/i.test(visit.form.get('say') ?? '')) return { redirect: '/chat' };
      const reference = visit.end(visit.own, 'requested', null);
      return {
        html: page(
          'Request received',
          `<p>Agent: I have received your request to cancel ${shown(visit.own)}. Ticket number ${reference}. We will contact you within 24 hours.</p>`,
        ),
      };
    }
    default:
      return { html: page('Home', '<p>Hi!</p>') };
  }
}
