/** What a phrase is about: the line (or its whole account), something else that can be cancelled, the process as such, a pronoun. */
export type About = 'line' | 'account' | 'other' | 'process' | 'pronoun' | 'unknown';

const OTHER =
  /\b(?:orders?|pre-?orders?|appointments?|add-?ons?|auto-?\s?pay(?:ments?)?|automatic payments?|paperless|insurance|protection|warranty|trial|trade-?ins?|returns?|upgrades?|arrangements?|features?|perks?|rewards?|claims?|shipments?|deliver(?:y|ies)|visits?|reservations?|bookings?|meetings?|tickets?|chats?|sessions?|calls?|payments?|refunds?|devices?|phone order|installments?|loans?|equipment|netflix|hulu|disney|spotify|apple|youtube|max|peacock|streaming|video|music|tv|cable|fiber|fios|home|wi-?fi|roaming|passe?s?|day ?pass|hotspot|voicemail|caller id|premium|care|applecare|protect|discounts?|promotions?|offers?|credits?|surveys?|newsletters?|e-?mails?|alerts?|notifications?|texts?|messages?|transactions?|purchases?|changes?|tickets?|transfers?|port(?:-?\s?(?:out|in))?s?|pedidos?|citas?|seguros?|pagos?|complementos?|dispositivos?)\b|(?<!\b(?:mobile|wireless|cellular)\s)\binternet\b/i;
const LINE =
  /\b(?:lines?|wireless|mobile|cell(?:ular|phone)?|phone|e?sims?|numbers?|services?|plan|subscriptions?|contract|agreement|membership|prepaid|postpaid|voice|data|tablet|watch|l[i\u00ed]neas?|servicios?|n[u\u00fa]meros?|contrato|suscripci[o\u00f3]n|celular)\b|\d{3}[\s.)-]+\d{3}-?\s?\d{4}|[*xX]{2,}[\s()*xX-]*\d{3,4}/i;
const ACCOUNT = /\b(?:accounts?|acct|cuentas?|profile)\b/i;
const PROCESS =
  /\b(?:requests?|cancell?ations?|disconnections?|terminations?|deactivations?|solicitud|cancelaci[o\u00f3]n)\b/i;
const PRONOUN = /\b(?:it|this|they|these|those|everything|you|we|both|all|which|that)\b/i;
const BREAK = /[,;:\u2014!?\n]|\b(?:and|but|because|so|now that|since|as|while|although|y|pero|porque)\b/gi;
const PREPOSITION =
  /\b(?:for|on|to|of|with|at|in|ending|associated|linked|under|from|effective|as|by|today|tomorrow|immediately|has|have|is|was|will|and|per|de|del|para|con|en|a|el)\b/i;

/** What the words in front of a verb are about: the last phrase of them, up to its first preposition. */
export function subjectOf(words: string): About {
  const cut = [...words.matchAll(BREAK)].at(-1);
  const phrase = words
    .slice(cut ? cut.index + cut[0].length : 0)
    .replace(/^.*\b(?:that|confirms?|confirming|know)\b/i, '');
  const about = aboutOf(phrase);
  // "Your line, ending in 0143, has been …": the phrase before the comma says what it is.
  if (about === 'unknown' && cut && cut[0] === ',')
    return aboutOf(
      words
        .slice(0, cut.index)
        .split(/[.;:\n]/)
        .at(-1) ?? '',
    );
  return about;
}

/** What the words behind a verb are about, up to the first preposition. */
export function objectOf(words: string): About {
  return aboutOf(words.split(/[,;:.!?\n]/)[0] ?? '');
}

function aboutOf(phrase: string): About {
  const trimmed = phrase
    .trim()
    .replace(/^(?:on|for|of|as of|the|in|at|el|en)\b[^,]*?\d{4},?\s*/i, '')
    .trim();
  const found = PREPOSITION.exec(trimmed);
  const head = found && found.index > 0 ? trimmed.slice(0, found.index) : trimmed;
  if (OTHER.test(head)) return 'other';
  if (LINE.test(head)) return 'line';
  if (ACCOUNT.test(head)) return 'account';
  if (PROCESS.test(head)) return 'process';
  if (PRONOUN.test(head)) return 'pronoun';
  return 'unknown';
}
