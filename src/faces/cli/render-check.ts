import type { ChannelView, CheckView, NeedView, SourcedText } from '../../app/check.ts';
import type { Confidence, Source } from '../../domain/catalog/schema.ts';
import type { Say } from '../../locale/say.ts';
import { wrap } from './wrap.ts';

/** What the text has used so far: pages are numbered once, a long remark is made once. */
interface Pen {
  say: Say;
  pages: Map<string, number>;
  remarks: Set<string>;
}

/**
 * The answer in 80 columns, what matters most first: online or not, the best way now, what is asked, what to watch out for,
 * what is not known, and every page with its date. Pages are marked [1], [2] … where they are used.
 */
export function renderCheck(view: CheckView, say: Say): string {
  const pen: Pen = { say, pages: new Map(), remarks: new Set() };
  const blocks = [
    head(view, pen),
    online(view, pen),
    best(view, pen),
    needs(view.needs, pen),
    tried(view, pen),
    section(
      say('check.text.traps'),
      view.traps.map((trap) => bullet(trap, pen)),
      pen,
    ),
    unknowns(view, pen),
    others(view, pen),
  ];
  const pages = [...pen.pages].map(([line, place]) => `  [${place}] ${line}`);
  const all = [...blocks, section(say('check.text.sources'), pages, pen), [say('check.text.notLegal')]];
  return all
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function head({ status, ...view }: CheckView, pen: Pen): string[] {
  const title = wrap(`${view.carrierName} · ${view.productName} (${view.carrier}/${view.product})`);
  if (status.value === 'active') return [title];
  const told = `${status.text} ${trust(status.confidence, pen)} ${marks(status.sources, pen)}`;
  return [title, wrap(told, '! '), ...remark(status.note, '  ', pen)];
}

function online({ online: on, effective }: CheckView, pen: Pen): string[] {
  const { say } = pen;
  const steps = on.steps.map((step, place) => {
    const detail = step.detail ?? say('check.text.trust', { confidence: say('check.text.stepUnknown') });
    const told = [named(titleOf(step, pen), detail, pen), step.note ?? '', marks(step.sources, pen)];
    return wrap(told.filter(Boolean).join(' '), `  ${place + 1}. `);
  });
  const instead = on.instead.text ? [bullet(on.instead, pen)] : [];
  const retention = on.retention.map((one) => bullet(one, pen));
  const exclusions = on.exclusions.map((one) => bullet(one, pen));
  const confirmation = on.confirmation.text ? [bullet(on.confirmation, pen)] : [];
  return [
    wrap(
      named(
        say('check.text.online'),
        [on.answer, ...(on.supported === 'unknown' ? [] : [trust(on.confidence, pen)]), marks(on.sources, pen)].join(
          ' ',
        ),
        pen,
      ),
      '',
      '  ',
    ),
    ...on.alternatives.map(({ value, sources }) => {
      const other = `${say(`catalog.online.${value}`)} ${marks(sources, pen)}`.trim();
      return wrap(say('cli.catalog.other', { value: other }), '  ');
    }),
    ...(on.how ? [wrap(on.how, '  ')] : []),
    ...remark(on.note, '  ', pen),
    ...(on.url ? [`  ${on.url}`] : []),
    ...section(`  ${say('check.text.instead')}`, instead, pen),
    ...section(
      `  ${say(on.supported === 'no' && !on.instead.text ? 'check.text.instead' : 'check.text.steps')}`,
      steps,
      pen,
    ),
    ...section(`  ${say('check.text.retention')}`, retention, pen),
    ...section(`  ${say('check.text.exclusions')}`, exclusions, pen),
    ...section(`  ${say('check.text.confirmation')}`, confirmation, pen),
    ...section(
      `  ${say('check.text.claims')}`,
      on.claims.map((one) => claim(one, pen)),
      pen,
    ),
    wrap(named(say('check.text.effective'), effectiveText(effective, pen), pen), '', '  '),
    ...remark(effective.note, '  ', pen),
  ];
}

/** Kinds a reader does not see from the title alone. */
const TOLD_KINDS: readonly (string | null)[] = ['before', 'retention', 'confirm', 'after'];

function titleOf({ kind, title }: CheckView['online']['steps'][number], pen: Pen): string {
  if (!TOLD_KINDS.includes(kind)) return title;
  return `${title} ${pen.say('check.text.trust', { confidence: pen.say(`check.step.${kind}`) })}`;
}

function effectiveText(effective: CheckView['effective'], pen: Pen): string {
  if (effective.value === null) return effective.text;
  return `${effective.text} ${trust(effective.confidence, pen)} ${marks(effective.sources, pen)}`;
}

function claim({ claim: told, sources, answer }: CheckView['online']['claims'][number], pen: Pen): string {
  const { say } = pen;
  const but = named(say('check.text.claimAnswer'), answer.text ?? say('check.notKnown'), pen);
  return wrap(`${told} ${marks(sources, pen)} ${but} ${marks(answer.sources, pen)}`, '  - ');
}

function best(view: CheckView, pen: Pen): string[] {
  const [first] = view.channels;
  const title = pen.say('check.text.best', { from: view.fromName });
  const found = first ? channel(first, '→', pen) : [];
  return section(title, [...found, wrap(view.reach.message, '  ')], pen);
}

function others(view: CheckView, pen: Pen): string[] {
  const rest = view.channels.slice(1).flatMap((one, place) => channel(one, `${place + 2}.`, pen));
  return section(pen.say('check.text.others'), rest, pen);
}

function channel(one: ChannelView, mark: string, pen: Pen): string[] {
  const { say } = pen;
  const { canCancelHere, fromAbroad, hours } = one.support;
  const name = `${one.kindName} ${one.display ?? one.label ?? say('check.notKnown')}`;
  const label =
    one.label && one.display && one.label !== one.display
      ? ` ${say('check.text.trust', { confidence: one.label })}`
      : '';
  const pages = [one, canCancelHere, fromAbroad, hours].flatMap(({ sources }) => sources);
  const reasons = one.rank.map((reason) => reason.message).join(say.language === 'zh' ? '' : ' ');
  const notes = new Set([canCancelHere.note, fromAbroad.note, hours.note, one.note]);
  return [
    wrap(`${name}${label} ${marks(pages, pen)}`, `  ${mark} `),
    wrap(reasons, '    '),
    ...clocks(one, pen).map((line) => wrap(line, '    ')),
    ...voiceMenu(one, pen),
    ...(one.holiday?.effect === 'open' ? [wrap(one.holiday.message, '    ')] : []),
    ...[...notes].flatMap((text) => remark(text, '    ', pen)),
  ];
}

function voiceMenu({ voiceMenu: menu }: ChannelView, pen: Pen): string[] {
  if (menu.text === null) return [];
  return [wrap(`${named(pen.say('check.text.voiceMenu'), menu.text, pen)} ${marks(menu.sources, pen)}`, '    ')];
}

/** The carrier's hours, and the same on the user's clock where that is another one. */
function clocks(one: ChannelView, pen: Pen): string[] {
  const { say } = pen;
  if (one.carrierHours === null) return [];
  const carrier = named(say('check.text.carrierHours'), one.carrierHours, pen);
  if (one.localHours === null || one.localZone === null || one.localHours === '00:00–24:00') return [carrier];
  if (one.carrierHours.includes(one.localZone)) return [carrier];
  return [carrier, named(say('check.text.yourHours', { zone: one.localZone }), one.localHours, pen)];
}

/** Only where somebody has reported: beside what is documented, never in it. */
function tried({ tried: all }: CheckView, pen: Pen): string[] {
  const lines = all.routes.map(({ text }) => wrap(text, '  - '));
  return section(pen.say('check.text.tried'), lines.length > 0 ? lines : [wrap(pen.say('tried.none'), '  ')], pen);
}

function needs(all: readonly NeedView[], pen: Pen): string[] {
  const port = all.filter(({ routes }) => routes?.every((route) => route === 'port-out'));
  const asked = all.filter((need) => !port.includes(need)).sort((a, b) => Number(b.bestAsks) - Number(a.bestAsks));
  const line = (need: NeedView): string => needLine(need, pen);
  return [
    ...section(pen.say('check.text.needs'), asked.map(line), pen),
    ...section(pen.say('check.text.needsPort'), port.map(line), pen),
  ];
}

function needLine(need: NeedView, pen: Pen): string {
  const { say } = pen;
  const routes = need.bestAsks ? [] : (need.routes ?? []).filter((route) => route !== 'port-out');
  const only = say('check.text.onlyFor', { routes: routes.map((route) => say(`check.kind.${route}`)) });
  const label = routes.length > 0 ? `${need.label} ${say('check.text.trust', { confidence: only })}` : need.label;
  const where = need.where ? [named(say('check.text.where'), need.where, pen)] : [];
  return wrap([named(label, need.why, pen), ...where, marks(need.sources, pen)].join(' '), '  - ');
}

function unknowns(view: CheckView, pen: Pen): string[] {
  const lines = view.unknowns.map((one) => {
    const told = one.note && !pen.remarks.has(one.note) ? [one.note] : [];
    for (const note of told) pen.remarks.add(note);
    return wrap([one.message, ...told, marks(one.sources, pen)].join(' '), '  ? ');
  });
  return section(pen.say('check.text.unknowns'), lines, pen);
}

function bullet(one: SourcedText, pen: Pen): string {
  const note = one.note ? [named(pen.say('check.text.note'), one.note, pen)] : [];
  const doubt = one.confidence === 'conflicting' ? [trust(one.confidence, pen)] : [];
  const told = [one.text ?? pen.say('check.notKnown'), ...note, ...doubt, marks(one.sources, pen)];
  return wrap(told.join(' '), '  - ');
}

/** A note, the first time it is met. */
function remark(text: string | null, indent: string, pen: Pen): string[] {
  if (text === null || pen.remarks.has(text)) return [];
  pen.remarks.add(text);
  return [wrap(named(pen.say('check.text.note'), text, pen), indent)];
}

function section(title: string, lines: readonly string[], { say }: Pen): string[] {
  return lines.length === 0 ? [] : [`${title}${say('check.text.colon').trimEnd()}`, ...lines];
}

function named(name: string, text: string, { say }: Pen): string {
  return `${name}${say('check.text.colon')}${text}`;
}

function trust(confidence: Confidence, { say }: Pen): string {
  return say('check.text.trust', { confidence: say(`catalog.confidence.${confidence}`) });
}

/** `[1][4]`: the pages, each numbered when it is first met. */
function marks(sources: readonly Source[], { say, pages }: Pen): string {
  const lines = new Set(sources.map(({ url, pageDate }) => `${url} (${pageDate ?? say('check.text.undated')})`));
  for (const line of lines) if (!pages.has(line)) pages.set(line, pages.size + 1);
  return [...lines].map((line) => `[${pages.get(line)}]`).join('');
}
