import { document, gate, shown } from '../kit/pages.ts';
import type { Site, Visit } from '../kit/types.ts';

const page = (title: string, body: string): string =>
  document(
    title,
    `<ul role="menubar"><li role="none"><a role="menuitem" href="/">Home</a></li><li role="none"><a role="menuitem" href="/settings">Account settings</a></li><li role="none"><a role="menuitem" href="/logout">Log out</a></li></ul><main><h1>${title}</h1>${body}</main>`,
  );

/** Three levels of settings that end at a telephone number. */
export const hollow: Site = {
  id: 'hollow',
  name: 'Hollow Creek Cellular',
  language: 'en',
  ending: 'phone',
  needsCode: false,
  handle,
  mail: () => ({ subject: '', text: '' }),
};

function handle(visit: Visit) {
  const out = gate(visit, {
    signIn: () =>
      page(
        'Log in',
        '<form method="post" action="/login"><p><label>Email<br><input name="u"></label></p><p><label>Password<br><input name="p" type="password"></label></p><button>Log in</button></form>',
      ),
    code: () => '',
  });
  if (out) return out;
  switch (visit.path) {
    case '/settings':
      return {
        html: page(
          'Account settings',
          '<nav aria-label="Settings"><a href="/profile">Profile</a> <a href="/wireless">Wireless services</a> <a href="/autopay">Turn off AutoPay</a></nav>',
        ),
      };
    case '/autopay':
      visit.did('autopay', true);
      return { html: page('AutoPay is off', '<p>AutoPay has been turned off.</p>') };
    case '/wireless':
      return {
        html: page(
          'Wireless services',
          visit.account.lines
            .map((line) => `<p>${shown(line)} <a href="/options?n=${line.msisdn.slice(-4)}">Line options</a></p>`)
            .join(''),
        ),
      };
    case '/options':
      return {
        html: page(
          'Line options',
          `<p>${visit.own ? shown(visit.own) : ''}</p><p><a href="/upgrade">Upgrade device</a></p><p><a href="/how">Cancel service</a></p>`,
        ),
      };
    case '/upgrade':
      visit.did('upgrade', true);
      return { html: page('Upgrade', '') };
    case '/how':
      return {
        html: page(
          'Cancel service',
          '<p>We are sorry to see you go. To cancel your service, please call 1-800-555-0199, Monday to Friday, 8 a.m. to 8 p.m. Service cannot be cancelled online.</p><a href="/settings">Back to settings</a>',
        ),
      };
    default:
      return { html: page('Home', '<p>Welcome.</p>') };
  }
}
