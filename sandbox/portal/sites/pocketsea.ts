import { document, gate } from '../kit/pages.ts';
import type { Site, Visit } from '../kit/types.ts';

const page = (title: string, body: string): string =>
  document(
    title,
    `<header><a href="/esims">My eSIMs</a> <a href="/account">Account</a> <a href="/logout">Log out</a></header><main><h1>${title}</h1>${body}</main>`,
  );

/** A travel eSIM whose subscription is billed by the store of apps. */
export const pocketsea: Site = {
  id: 'pocketsea',
  name: 'Pocket Sea eSIM',
  language: 'en',
  ending: 'app-store',
  needsCode: false,
  handle,
  mail: () => ({ subject: '', text: '' }),
};

function handle(visit: Visit) {
  const out = gate(visit, {
    signIn: () =>
      page(
        'Log in',
        '<form method="post" action="/login"><label>Email <input name="u" type="email"></label><label>Password <input name="p" type="password"></label><button>Log in</button></form>',
      ),
    code: () => '',
  });
  if (out) return out;
  switch (visit.path) {
    case '/account':
      return {
        html: page(
          'Account',
          '<p><a href="/subscription">Manage subscription</a></p><p><a href="/delete">Delete my account</a></p>',
        ),
      };
    case '/delete':
      visit.did('deleted the account', true);
      return { html: page('Account deleted', '') };
    case '/subscription':
      return {
        html: page(
          'Cancel your subscription',
          '<p>Your subscription is billed through the App Store. To cancel, manage your subscriptions in the App Store on your iPhone. We cannot cancel it here.</p>',
        ),
      };
    case '/topup':
      visit.did('top-up', true);
      return { html: page('Topped up', '') };
    default:
      return { html: page('My eSIMs', '<p>USA 10 GB · active</p><a href="/topup">Top up</a>') };
  }
}
