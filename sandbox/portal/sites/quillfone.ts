import { document, gate, longDay, shown } from '../kit/pages.ts';
import type { Site, Visit } from '../kit/types.ts';

const CSS =
  'body{font-family:system-ui;margin:0;background:#f6f7f9}.top{display:flex;gap:24px;padding:14px 22px;background:#fff}.c{cursor:pointer}.card{background:#fff;margin:18px;padding:18px;border-radius:12px}.btn{display:inline-block;padding:10px 16px;border-radius:8px;background:#e4572e;color:#fff;cursor:pointer}.ghost{background:none;color:#555}.veil{position:fixed;inset:0;background:rgba(0,0,0,.5);z-index:50;display:flex;align-items:center;justify-content:center}.box{background:#fff;padding:26px;max-width:420px;border-radius:14px}';

/** One page drawn by script out of plain boxes that listen for clicks; dialogs nothing marks as such; it ends at once. */
export const quillfone: Site = {
  id: 'quillfone',
  name: 'QuillFone',
  language: 'en',
  ending: 'accepted',
  needsCode: false,
  handle,
  mail: (line, reference) => ({
    subject: 'QuillFone: line cancelled',
    text: `Line ending in ${line.msisdn.slice(-4)} was disconnected today, ${longDay(line.endsOn ?? '')}. Reference ${reference}.`,
  }),
};

function handle(visit: Visit) {
  const simple = (title: string, body: string): string =>
    document(title, `<div class="card"><div style="font-size:24px">${title}</div>${body}</div>`, { css: CSS });
  const out = gate(visit, {
    signIn: (error) =>
      simple(
        'Log in to QuillFone',
        `${error}<form method="post" action="/login"><input name="u" placeholder="Username or phone"><br><input name="p" type="password" placeholder="Password"><br><button>Log in</button></form>`,
      ),
    code: () => simple('Code', ''),
  });
  if (out) return out;
  if (visit.path === '/api/act') {
    const act = visit.form.get('act') ?? '';
    const line = visit.account.lines.find(({ msisdn }) => msisdn === visit.form.get('line'));
    if (act === 'cancel' && line) return { html: visit.end(line, 'ended', visit.today) };
    visit.did(act, true);
    return { html: 'ok' };
  }
  const lines = JSON.stringify(
    visit.account.lines.map((line) => ({
      id: line.msisdn,
      number: shown(line),
      name: line.nickname,
      status: line.status,
    })),
  );
  const script = `
const lines=${lines},today=${JSON.stringify(longDay(visit.today))};
const app=document.getElementById('app');
const el=(cls,text,act,attrs='')=>{const d=document.createElement('div');d.className=cls;d.textContent=text;if(act){d.onclick=act;d.style.cursor='pointer'}for(const a of attrs.split(' '))if(a){const[k,v]=a.split('=');d.setAttribute(k,v.replace(/_/g,' '))}return d};
const post=(act,line)=>fetch('/api/act',{method:'POST',body:new URLSearchParams({act,line})}).then(r=>r.text());
const show=(...nodes)=>app.replaceChildren(...nodes);
const bar=()=>{const t=el('top','');t.append(el('c','QuillFone'),el('c','Home',home),el('c','My plan',plan),el('c','Store',()=>post('shop','')),el('c','',()=>location='/logout','aria-label=Log_out role=button'));return t};
const later=fn=>{show(bar(),el('card','Loading…'));setTimeout(fn,350)};
function home(){later(()=>{const c=el('card','');c.append(el('','Welcome! Refer a friend and get $25.'),el('btn','Refer now',()=>post('refer','')));show(bar(),c)})}
function plan(){later(()=>show(bar(),...lines.map(l=>{const c=el('card','');c.append(el('',l.name+' — '+l.number),el('','Flex 15GB, '+l.status));c.append(el('btn','Upgrade',()=>post('upgrade',l.id)),el('btn ghost','•••',()=>menu(c,l),'aria-label=More_options_for_'+l.name+' role=button aria-expanded=false tabindex=0'));return c})))}
function menu(c,l){const m=el('card','');m.append(el('btn ghost','Rename',()=>post('rename',l.id)),el('btn ghost','Pause line',()=>post('pause',l.id)),el('btn ghost','Remove add-ons',()=>post('addons',l.id)),el('btn ghost','Disconnect this line',()=>ask(l)));c.append(m)}
function ask(l){const v=el('veil',''),b=el('box','');b.append(el('','Disconnect '+l.number+'?'),el('','Are you sure? This cannot be undone. Service stops immediately.'));b.append(el('btn','Never mind',()=>v.remove()),el('btn ghost','Yes, disconnect',async()=>{const ref=await post('cancel',l.id);v.remove();const c=el('card','');const h=document.createElement('h1');h.textContent='Line disconnected';c.append(h,el('',l.number+' has been disconnected effective today, '+today+'.'),el('','Reference: '+ref));show(bar(),c)}));v.append(b);app.append(v)}
plan===null||home();`;
  return { html: document('QuillFone', `<div id="app"></div><script>${script}</script>`, { css: CSS }) };
}
