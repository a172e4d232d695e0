import { isChoice, labelOf, plainText } from './label.ts';
import { whoseControl } from './lines.ts';
import type { Scope } from './page.ts';
import type { OnlineGoal, OnlineJudgement, PageSnapshot, Trap } from './types.ts';
import { ABOUT_END, APP_STORE, AUTOPAY, CHAT_WALL, FEE, OFFERS, PAUSES, PHONE_WALL, WHY } from './words.ts';

const SHAMING =
  /\b(no|i)\b.{0,60}\b(don't|do not|rather|prefer|hate|dislike|like paying|pay (more|full)|lose|give up|saving|savings|deal)\b|prefiero (pagar|perder)|残忍|狠心|不想省钱|放弃.{0,6}(优惠|福利)|宁愿/iu;
const REGISTERED = /pre-?regist|registered.{0,60}\bcall|call.{0,40}within|预登记|預登記|pre-?registr/iu;
const AUTOPAY_OFF =
  /\bauto[- ]?(pay|renew\w*|refill)\b.{0,40}\b(is |has been |now )*(off|cancell?ed|turned off|disabled|removed)|自动(扣款|续费|付款)已(关闭|取消)|pago autom[aá]tico.{0,30}(cancelad|desactivad)/iu;

/** What a page does to keep a person, or to lead astray, each with the words that show it. */
export function trapsOf(snapshot: PageSnapshot, scope: Scope, goal: OnlineGoal): OnlineJudgement['traps'] {
  const { text, headings, controls } = scope;
  const all = `${headings} \n ${text}`;
  const found: { code: Trap; quote: string }[] = [];
  const add = (code: Trap, quote: string | null | undefined): void => {
    if (quote) found.push({ code, quote: quote.slice(0, 160) });
  };
  const about = ABOUT_END.test(all);
  const labels = controls.map((own) => labelOf(own));
  if (about) add('offer-first', quoteOf(OFFERS, all));
  if (about)
    add(
      'pause-beside-cancel',
      labels.find((label) => PAUSES.test(label)),
    );
  add(
    'confirm-shaming',
    labels.find((label) => SHAMING.test(label) && label.length > 12),
  );
  if (about) add('phone-wall', quoteOf(PHONE_WALL, all));
  if (about) add('chat-wall', quoteOf(CHAT_WALL, all));
  if (about && controls.some(isChoice)) add('survey-first', quoteOf(WHY, all));
  add('registered-call-us', quoteOf(REGISTERED, all));
  if (about) add('late-fee', quoteOf(FEE, all));
  const wrong = controls.find((own) => isChoice(own) && own.checked === true && whoseControl(own, goal) === 'other');
  add('wrong-line-preselected', wrong && labelOf(wrong));
  add('autopay-not-line', quoteOf(AUTOPAY_OFF, all) ?? (about ? labels.find((label) => AUTOPAY.test(label)) : null));
  if (about) add('app-store-billed', quoteOf(APP_STORE, plainText(snapshot.text)));
  return found;
}

/** The words a pattern found, with a little around them. */
function quoteOf(form: RegExp, text: string): string | null {
  const match = form.exec(text);
  if (!match) return null;
  const start = text.lastIndexOf('\n', match.index) + 1;
  return text.slice(Math.max(start, match.index - 40), match.index + match[0].length + 40).trim();
}
