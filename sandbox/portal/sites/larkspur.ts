import { addDays, document, gate, lineOf, longDay, shown } from '../kit/pages.ts';
import type { Site, Visit } from '../kit/types.ts';

const CSS =
  'body{font-family:Georgia,serif;margin:0}header{background:#3b2a6b;color:#fff;padding:16px}nav a{color:#fff;margin-right:18px}main{padding:24px;max-width:760px}.big{background:#3b2a6b;color:#fff;padding:14px 28px;border-radius:24px;border:0;font-size:18px}.tiny{font-size:12px;color:#888}';
const page = (title: string, main: string): string =>
  document(
    `${title} | Larkspur Mobile`,
    `<header><strong>Larkspur Mobile</strong><nav aria-label="Main"><a href="/">Overview</a><a href="/bill">Bill</a><a href="/lines">Lines &amp; devices</a><a href="/shop">Shop</a><a href="/logout">Sign out</a></nav></header><main><h1>${title}</h1>${main}</main>`,
    { css: CSS },
  );

/** Pages one after another, plain HTML: an offer, a reason, a last confirmation; the line ends with the billing cycle. */
export const larkspur: Site = {
  id: 'larkspur',
  name: 'Larkspur Mobile',
  language: 'en',
  ending: 'accepted',
  needsCode: true,
  handle,
  mail: (line, reference) => ({
    subject: 'Your cancellation is confirmed',
    text: `Hello,\n\nYour line ${shown(line)} has been cancelled. Your last day of service is ${longDay(line.endsOn ?? '')}.\nConfirmation number: ${reference}\n\nLarkspur Mobile`,
  }),
};

function handle(visit: Visit) {
  const out = gate(visit, {
    signIn: (error) =>
      page(
        'Welcome back',
        `${error ? '<p role="alert">That did not match.</p>' : ''}<form method="post" action="/login"><p><label>Email <input name="u" type="email" autocomplete="username"></label></p><p><label>Password <input name="p" type="password"></label></p><button>Sign in</button></form>`,
      ),
    code: (error) =>
      page(
        'Check your phone',
        `${error ? '<p role="alert">Wrong code.</p>' : ''}<form method="post" action="/code"><p><label>6-digit code <input name="c" inputmode="numeric" autocomplete="one-time-code"></label></p><button>Verify</button></form>`,
      ),
  });
  if (out) return out;
  const line = lineOf(visit, visit.query.get('line'));
  const last = line?.msisdn.slice(-4) ?? '';
  switch (visit.path) {
    case '/lines':
      return {
        html: page(
          'Lines & devices',
          visit.account.lines
            .map(
              (one) =>
                `<article><h2>${one.nickname}</h2><p>${shown(one)} · Unlimited · ${one.status}</p><a href="/line?line=${one.msisdn.slice(-4)}">Manage line</a></article>`,
            )
            .join(''),
        ),
      };
    case '/line':
      if (!line) return { redirect: '/lines' };
      return {
        html: page(
          `${line.nickname} ${shown(line)}`,
          `<p>Plan: Unlimited, $70 a month.</p><ul><li><a href="/plans?line=${last}">Change plan</a></li><li><a href="/pause?line=${last}">Suspend service</a></li><li><a href="/number?line=${last}">Change number</a></li><li><a href="/offer?line=${last}">Cancel service</a></li></ul>`,
        ),
      };
    case '/plans':
      visit.did('plans', true);
      return { html: page('Change plan', '<button class="big">Upgrade to Premium</button>') };
    case '/pause':
      if (line) line.status = 'paused';
      visit.did('paused', true);
      return { html: page('Service suspended', '<p>Your line is paused for 30 days.</p>') };
    case '/offer':
      return {
        html: page(
          'Before you go, Wei …',
          `<p>We'd hate to lose you. Stay with us and get <strong>50% off for 6 months</strong> on ${line ? shown(line) : ''}.</p><form method="post" action="/take"><button class="big">Keep my plan and take 50% off</button></form><p class="tiny"><a class="tiny" href="/reason?line=${last}">No thanks, continue to cancel</a></p>`,
        ),
      };
    case '/take':
      visit.did('took an offer', true);
      return { html: page('Thank you for staying', '<p>Your discount is active.</p>') };
    case '/reason':
      return {
        html: page(
          'Cancel service',
          `<form action="/review"><input type="hidden" name="line" value="${last}"><fieldset><legend>Why are you leaving?</legend>${['Too expensive', 'Coverage', 'Moving out of the country', 'Switching to another carrier'].map((reason) => `<p><label><input type="radio" name="why" value="${reason}" required> ${reason}</label></p>`).join('')}</fieldset><a href="/lines">Back</a> <button>Continue</button></form>`,
        ),
      };
    case '/review':
      if (!line) return { redirect: '/lines' };
      return {
        html: page(
          'Review your cancellation',
          `<p>Line ${shown(line)} will be disconnected at the end of your billing cycle on ${longDay(addDays(visit.today, 16))}. You will lose your number.</p><form method="post" action="/done?line=${last}"><a href="/lines">Keep my line</a> <button>Confirm cancellation</button></form>`,
        ),
      };
    case '/done': {
      if (!line || visit.method !== 'POST') return { redirect: '/lines' };
      const reference = visit.end(line, 'ending', addDays(visit.today, 16));
      return {
        html: page(
          'Your cancellation is confirmed',
          `<p>Line ${shown(line)} is scheduled to be disconnected. Your last day of service is ${longDay(line.endsOn ?? '')}.</p><p>Confirmation number: ${reference}</p><a href="/">Back to overview</a>`,
        ),
      };
    }
    default:
      return {
        html: page(
          'Hello, Wei',
          '<p>Your bill of $210.00 is due on December 20.</p><a class="big" href="/bill">Pay my bill</a><section><h2>Save on a new phone</h2><a href="/shop">Shop deals</a></section>',
        ),
      };
  }
}
