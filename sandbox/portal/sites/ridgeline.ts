import { addDays, document, gate, lineOf, shown, usDay } from '../kit/pages.ts';
import type { Site, Visit } from '../kit/types.ts';

const frame = (title: string, body: string): string =>
  document(title, `<h2>${title}</h2>${body}`, { css: 'body{font-family:Arial;margin:12px}', foot: '' });
const SHELL = `<div id="bar"><b>Ridgeline Wireless</b></div><rl-menu></rl-menu><iframe title="Content" src="/frame/home" style="width:100%;height:640px;border:0" name="content"></iframe>
<script>customElements.define('rl-menu',class extends HTMLElement{connectedCallback(){const r=this.attachShadow({mode:'open'});r.innerHTML='<style>button{margin:4px;padding:8px}</style><button data-to="home">Home</button><button data-to="services">My services</button><button data-to="deals">Deals</button><button data-to="bye">Sign out</button>';r.addEventListener('click',e=>{const to=e.target.dataset.to;if(to==='bye')location='/logout';else if(to)document.querySelector('iframe').src='/frame/'+to})}})</script>`;

/** A shell with a menu in a shadow tree and all content in a frame; it ends in "registered, call us". */
export const ridgeline: Site = {
  id: 'ridgeline',
  name: 'Ridgeline Wireless',
  language: 'en',
  ending: 'pre-registered',
  needsCode: false,
  handle,
  mail: (line, reference) => ({
    subject: 'Your request is registered',
    text: `You are pre-registered to cancel ${shown(line)}. Your line is not cancelled yet. Call us within 7 days to complete it. Reference ${reference}`,
  }),
};

function handle(visit: Visit) {
  const out = gate(visit, {
    signIn: () =>
      document(
        'Sign in',
        '<h1>Sign in</h1><form method="post" action="/login"><label>User ID<input name="u"></label><label>Password<input type="password" name="p"></label><button type="submit">Sign in</button></form>',
      ),
    code: () => '',
  });
  if (out) return out;
  const line = lineOf(visit, visit.query.get('n'));
  const last = line?.msisdn.slice(-4) ?? '';
  switch (visit.path) {
    case '/frame/home':
      return {
        html: frame(
          'Dashboard',
          '<p>All good! Data left: 4 GB</p><button onclick="parent.location.reload()">Refresh</button>',
        ),
      };
    case '/frame/deals':
      visit.did('deals', true);
      return { html: frame('Deals', '<button>Claim $10 off</button>') };
    case '/frame/services':
      return {
        html: frame(
          'My services',
          visit.account.lines
            .map(
              (one) =>
                `<details><summary>${shown(one)} ${one.nickname}</summary><p>Talk &amp; text plus data</p><p><a href="/frame/swap?n=${one.msisdn.slice(-4)}">Swap plan</a></p><p><a href="/frame/insure">Remove device protection</a></p><p><a href="/frame/leave?n=${one.msisdn.slice(-4)}">Close this line</a></p></details>`,
            )
            .join(''),
        ),
      };
    case '/frame/swap':
    case '/frame/insure':
      visit.did(visit.path, true);
      return { html: frame('Saved', '') };
    case '/frame/leave':
      return {
        html: frame(
          'Close your line',
          `<p>You are about to close ${line ? shown(line) : ''}.</p><form method="post" action="/frame/registered?n=${last}"><button type="button" onclick="history.back()">Cancel</button> <button>Submit request</button></form>`,
        ),
      };
    case '/frame/registered': {
      if (!line || visit.method !== 'POST') return { redirect: '/frame/services' };
      const reference = visit.end(line, 'registered', null);
      return {
        html: frame(
          'You are pre-registered',
          `<p>Your request to close ${shown(line)} is registered, but your line is not cancelled yet. Please call us at 1-800-555-0199 by ${usDay(addDays(visit.today, 7))} to complete your cancellation.</p><p>Reference: ${reference}</p>`,
        ),
      };
    }
    default:
      return { html: document('Ridgeline Wireless', SHELL) };
  }
}
