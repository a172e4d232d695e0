import { objectOf, subjectOf } from './objects.ts';
import type { Sentence } from './sentences.ts';
import { type Phrase, phrasesIn, type Signal, type SignalKind, signal } from './signals.ts';

const ENDED =
  '(?:cancell?ed|disconnected|terminated|deactivated|closed|discontinued|shut\\s+(?:off|down)|turned\\s+off|ended)';
const END = '(?:cancel|disconnect|terminate|deactivate|close|discontinue|end)';
const ENDING = '(?:cancell?ation|disconnection|termination|deactivation|closure|disconnect)';
const SOME = '(?:\\s+(?:now|already|also|hereby|just|\\w{3,20}ly))*';

const PASSIVE = new RegExp(
  `(?<aux>\\b(?:has|have)${SOME}\\s+been|\\b(?:was|were)|\\b(?:is|are)(?:\\s+(?:now|currently))?|\\b(?:will|shall)${SOME}\\s+be|\\b(?:is|are|was|were|has\\s+been|have\\s+been)${SOME}\\s+(?:scheduled|set|due|slated)\\s+(?:to\\s+be|for|to)|\\b(?:is|are)\\s+going\\s+to\\s+be)${SOME}\\s+(?<verb>${ENDED}|${ENDING})\\b`,
  'gi',
);
/** "Your service ends on …", "will end on …": the day follows, or it is no statement about this line. */
const ENDS =
  /(?<aux>\b(?:will\s+(?:end|stop|terminate)|(?<=\b(?:service|line|account|coverage)\b[^.;]{0,40})(?:ends|ended|terminates|stops|stopped)))\b/gi;
const ACTIVE = new RegExp(
  `\\b(?:we|i)(?<aux>(?:'ve|\\s+have|\\s+just)?${SOME}(?:\\s+gone\\s+ahead\\s+and)?${SOME}|(?:'ll|\\s+will|\\s+are\\s+going\\s+to)${SOME})\\s+(?<verb>${ENDED}|${END})\\b(?<object>[^.;]{0,80})`,
  'gi',
);
const HYPOTHETICAL =
  /\b(?:if|once|after|when|whenever|until|till|unless|before|whether|in\s+case|as\s+soon\s+as|by\s+the\s+time|assuming|provided|should)\b[^,]*$/i;
const QUESTION = /\?\s*["')\]]*\s*$/;
const CONDITION_USER =
  /\b(?:once|after|when|as\s+soon\s+as|only\s+if|if|provided(?:\s+that)?|until|upon|pending|subject\s+to)\s+(?:you(?!\s+(?:have|need|want|would|did|don't|do\s+not|leave|change|wish|decide)\b)|your\s+(?:call|confirmation|reply|response|approval|verification|identity)|confirmation|verification|(?:the\s+)?account\s+(?:holder|owner)\s+(?:call|confirm|contact|verif))/i;
const CONDITION_US =
  /\b(?:once|after|when|as\s+soon\s+as|if|upon|pending|subject\s+to)\s+(?:we|our|receipt|review|approval|processing|the\s+(?:request|review|team))/i;
const UNLESS = /\b(?:unless|if\s+you\s+(?:do\s+not|don't|fail\s+to)|if\s+(?:we|payment)\b)/i;
const UNPAID =
  /\b(?:past[\s-]due|non-?\s?payment|unpaid|overdue|delinquent|to\s+avoid\s+(?:disconnection|interruption|suspension|termination|cancell?ation|losing)|failure\s+to\s+pay|payment\s+(?:failed|declined|was\s+not\s+received))\b/i;
const PHISHING =
  /\b(?:verify\s+your\s+(?:account|identity|information|email)|confirm\s+your\s+(?:account|identity|information|details|password)|unusual\s+(?:activity|sign)|suspicious\s+activity|restore\s+(?:your\s+)?access|update\s+your\s+(?:payment|billing))\b/i;
const STAYS = /\b(?:replac\w+|moved\s+(?:you\s+)?to|switched\s+to|migrat\w+|upgraded|changed\s+to|new\s+plan)\b/i;

const DONE =
  '(?:confirmed|complete|completed|processed|approved|accepted|granted|fulfilled|finali[sz]ed|final|effective|successful|in\\s+effect)';
const NOUN = new RegExp(
  `(?<lead>[^.;:!?]{0,40})\\b(?:${ENDING}(?:\\s+(?:request|order))?|request\\s+to\\s+(?:\\w+\\s+)?${END}|order\\s+to\\s+${END})\\b(?<of>[^.;!?]{0,90}?)(?<aux>\\b(?:has|have)${SOME}\\s+been|\\b(?:was|were|is|are)(?:\\s+now)?|\\bwill\\s+(?:be|become|take)|\\b(?:took|takes))${SOME}\\s+(?<state>${DONE}|scheduled|set|effect)\\b`,
  'gi',
);
const WE_DID = new RegExp(
  `\\bwe(?:'ve|\\s+have)?${SOME}\\s+(?:processed|completed|confirmed|accepted|approved|honou?red|finali[sz]ed|fulfilled)\\s+(?:your|the)\\s+(?:[\\w-]+\\s+){0,2}?(?:${ENDING}(?:\\s+request)?|request\\s+to\\s+${END})\\b(?<of>[^.;]{0,80})`,
  'gi',
);
const CONFIRMS = new RegExp(
  `\\b(?:confirm(?:s|ed|ing)?|confirmation\\s+of|acknowledge[sd]?)(?<between>[^.;!?]{0,50}?)\\b${ENDING}\\b(?<of>[^.;!?]{0,80})`,
  'gi',
);
const HEADING = new RegExp(
  `(?:^|[.:;!?\\n]\\s*)\\W*(?:re:\\s*)?(?:your\\s+|the\\s+)?(?:(?:service|line|account|wireless|mobile)\\s+)?${ENDING}\\s+(?:confirmation\\b(?!\\s+(?:pending|required|needed))|confirmed|complete|completed|successful|notice\\s+of\\s+completion)\\b`,
  'i',
);
const STATUS =
  /\b(?:line|service|account|subscriber|phone|number)?\s*status\s*(?::|-|=|is|\bhas\s+changed\s+to)\s*(?:cancell?ed|disconnected|terminated|deactivated|closed|inactive)\b/i;
const LABEL =
  /(?:^|[\n.;]\s*)\W*(?:cancell?ed|disconnected|deactivated|terminated|closed)\s+(?:mobile\s+|wireless\s+|phone\s+)?(?:lines?|numbers?|services?|subscribers?|accounts?)(?:\s+\w+)?\s*[:#]/i;
const INACTIVE =
  /\b(?:line|service|number|sim|account)\b[^.;]{0,60}?\b(?:is|are)\s+no\s+longer\s+(?:active|in\s+service)\b/i;
const DATE_LABEL =
  /(?<!\brequested\s)(?<!\bdesired\s)(?<!\bpreferred\s)\b(?:(?:disconnect(?:ion)?|cancell?ation|cancel|termination|deactivation|service\s+end|line\s+end|end\s+of\s+service|closing|closure)\s+(?:effective\s+)?date|(?:last|final)\s+(?:day|date)\s+of\s+(?:your\s+|the\s+)?(?:\w+\s+)?service)\s*(?::|-|is\b|will\s+be\b|was\b|$)/i;

const NOT = "(?:\\bnot|n't|\\bcannot|\\bnever)";
const NEGATED: readonly RegExp[] = [
  new RegExp(
    `${NOT}(?:\\s+(?:yet|been|be|able|to|currently|successfully|fully|have|possible|\\w{3,20}ly))*\\s+(?:cancell?\\w*|disconnect\\w*|terminat\\w*|deactivat\\w*|closed?|complete[ds]?|process(?:ed)?|submit\\w*|honou?r\\w*|accept\\w*|approv\\w*|finali\\w+|confirm\\w*|go\\s+through)\\b`,
    'i',
  ),
  /\b(?:unable|failed|unsuccessful|impossible)\s+(?:to|in)\b[^,;.]{0,40}\b(?:cancel\w*|disconnect\w*|terminat\w*|deactivat\w*|clos\w+|complet\w+|process\w*)/i,
  /\b(?:cancell?ation|disconnection|termination|deactivation|request)\b[^,;.]{0,60}\b(?:failed|fails|(?:was|were|is|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:unsuccessful|denied|declined|rejected|reversed|withdrawn|voided|rescinded|stopped|cancell?ed|incomplete|on\s+hold|refused))/i,
  /\bno\s+(?:action|changes?|cancell?ation)\s+(?:was|were|has\s+been|have\s+been)\s+(?:taken|made|processed|completed|found)\b/i,
  /\b(?:cancell?ation|disconnection)\b[^,;.]{0,30}\b(?:error|failure|rejected|denied|unsuccessful)\b/i,
];
const TOPIC =
  /\b(?:cancel\w*|disconnect\w*|terminat\w*|deactivat\w*|clos(?:e|ed|ing|ure)|end(?:ing)?\s+(?:your|the)\s+(?:service|line)|request\w*)\b/i;
const ENDING_TOPIC = /\b(?:cancel\w*|disconnect\w*|terminat\w*|deactivat\w*|clos(?:e|ing|ure)\b)/i;
const STILL =
  /\b(?:remains?|stays?|continues?\s+to\s+be|is\s+still|are\s+still|will\s+(?:remain|stay|continue))\s+(?:active|open|in\s+service|connected)\b(?!\s*(?:until|through|till|thru|up\s+to|,?\s*but)\b)(?![^.;]{0,60}\b(?:until|through)\b)/i;

const RECEIVED: readonly RegExp[] = [
  /\b(?:we(?:'ve|\s+have)?|i(?:'ve|\s+have)?)\s+(?:\w{3,20}ly\s+)?(?:received|got|logged|submitted|noted|forwarded|escalated|opened|passed|started|begun|initiated)\b/i,
  /\b(?:thank\s+you\s+for|thanks\s+for|receipt\s+of|in\s+receipt\s+of)\b/i,
  /\b(?:has|have|was|were|is|are)\s+(?:\w+\s+){0,2}?(?:been\s+|being\s+|currently\s+|under\s+|now\s+|in\s+)*(?:received|submitted|reviewed|review|progress|pending|created|forwarded|escalated|logged|opened|queued|worked\s+on|initiated|started|being\s+processed)\b/i,
  /\b(?:is|are|am)\s+(?:\w+ly\s+)?(?:being\s+)?(?:processing|reviewing|working\s+on|looking\s+into)\b/i,
  /\bbeing\s+(?:processed|reviewed|handled|cancell?ed|disconnected)\b/i,
  /\b(?:will|shall|'ll)\s+(?:be\s+)?(?:\w+ly\s+)?(?:review|process|look\s+into|reviewed|processed|handled)(?:ed)?\b/i,
  /\brequest\s+received\b|\bwe\s+got\s+your\b/i,
];

const STEP_VERB =
  '(?:call|contact|chat|phone|ring|visit|reply|respond|text|confirm|verify|click|log\\s?in|sign\\s?in|sign|complete|finish|speak|talk|dial|provide|return\\s+(?:this|the)\\s+(?:form|message|email|call))';
const STEP_AIM = `(?:to|in\\s+order\\s+to|so\\s+(?:that\\s+)?we\\s+can|and\\s+we(?:'ll|\\s+will)|before\\s+we\\s+can)\\s+(?:complete|finali[sz]e|finish|confirm|process|proceed\\s+with|proceed|continue|cancel|disconnect|verify|end|close|terminate)\\b`;
const STEPS: readonly RegExp[] = [
  new RegExp(
    `^\\W*to\\s+(?:finali[sz]e|complete|finish|proceed|continue|move\\s+forward)(?:\\s+(?:it|this))?,\\s+(?:\\w+\\s+){0,4}?${STEP_VERB}\\b`,
    'i',
  ),
  /\bpre-?\s?(?:registered|registration|cancell?ation|cancell?ed)\b/i,
  new RegExp(
    `\\b(?:must|need(?:s)?\\s+to|have\\s+to|required\\s+to|please|will\\s+need\\s+to|still\\s+need\\s+to|should)\\s+(?:\\w+ly\\s+)?${STEP_VERB}\\b[^.;!?]{0,100}\\b${STEP_AIM}`,
    'i',
  ),
  new RegExp(
    `\\b(?:to|in\\s+order\\s+to)\\s+(?:complete|finali[sz]e|finish|confirm|proceed\\s+with|process|continue\\s+with)\\s+(?:your|the|this)\\s+(?:\\w+\\s+){0,2}?(?:${ENDING}|request|process)\\b[^.;!?]{0,60}\\b(?:you\\b|please|must|need|have\\s+to|${STEP_VERB})`,
    'i',
  ),
  new RegExp(
    `\\b(?:to|in\\s+order\\s+to)\\s+(?:complete|finali[sz]e|finish)\\s+(?:your|the|this)\\s+(?:\\w+\\s+){0,2}?(?:${ENDING})\\b`,
    'i',
  ),
  /\b(?:one|another|an\s+additional|a\s+final|final|next|further)\s+(?:more\s+)?step\b[^.;]{0,40}\b(?:left|required|remains?|needed|to\s+(?:complete|finish|cancel|finali\w+))/i,
  new RegExp(
    `\\b(?:${ENDING}|request)\\b[^.;!?]{0,60}\\b(?:pending|awaiting|requires?|needs?|subject\\s+to|waiting\\s+for)\\s+(?:your|(?:the\\s+)?(?:account\\s+(?:holder|owner)|additional|further|a\\s+(?:phone\\s+)?call|verification|confirmation))`,
    'i',
  ),
  new RegExp(
    `\\b(?:before\\s+we\\s+(?:can|are\\s+able\\s+to)|until\\s+you)\\b[^.;!?]{0,80}\\b(?:${STEP_VERB}|${END})\\b`,
    'i',
  ),
  /\b(?:must|need\s+to|have\s+to|required\s+to|please)\s+(?:\w+ly\s+)?(?:call|contact|chat|reply|respond|text|confirm|verify)\b[^.;!?]{0,80}\b(?:within\s+\S+\s+(?:\w+\s+)?(?:days?|hours?)|or\s+(?:your|the|this)\s+(?:request|cancell?ation|line|service|account))/i,
  /\b(?:request|cancell?ation)\b[^.;]{0,40}\bwill\s+(?:expire|be\s+(?:voided|dropped|deleted|closed))\b/i,
];
const NOT_A_STEP =
  /\b(?:if\s+you\s+(?:have|did\s+not|didn't|change|wish|want|would|need|believe|think)|questions?|any\s+concerns|return\s+(?:your|the)\s+(?:device|equipment|phone|modem)|did\s+not\s+(?:make|request)|survey|feedback)\b/i;

const PORT: readonly RegExp[] = [
  /\b(?:port(?:ed)?|transferr?ed|moved)[\s-]?(?:out|away)?\b[^.;!?]{0,60}\b(?:to|from)\b[^.;!?]{0,30}\b(?:another|a\s+new|new|different|other|your\s+new|the\s+new)\s+(?:wireless\s+|mobile\s+|phone\s+|service\s+)?(?:carrier|provider|company|operator)/i,
  /\b(?:port|transfer)\s+(?:your|this|the|their)\s+(?:\w+\s+)?(?:number|line)\b[^.;!?]{0,60}\b(?:another|new|different|other)\s+(?:\w+\s+)?(?:carrier|provider|company)/i,
  /\b(?:port|ported|porting)[\s-]?(?:out|away)\b(?!\s+(?:pin|protection|lock|code))[^.;!?]{0,60}\b(?:complete|completed|request|processed|successful|received|confirmed|in\s+progress)/i,
  /\b(?:your|the)\s+(?:phone\s+|mobile\s+|wireless\s+)?(?:number|line)\b[^.;!?]{0,50}\b(?:has\s+been|was|have\s+been|is\s+being|will\s+be)\s+(?:\w+ly\s+)?(?:ported|transferred)\b/i,
];
const PORT_NOT =
  /\b(?:port(?:ing|ed)?|transfer(?:red)?|port[\s-]?out)\b[^.;!?]{0,60}\b(?:failed|rejected|denied|declined|unsuccessful|cancell?ed|could\s+not|couldn't|cannot|not\s+(?:be|been)|pin)\b|\b(?:not|unable)\b[^.;!?]{0,30}\b(?:port|transfer)/i;

const PLAIN: readonly Phrase[] = [
  ['unpaid', UNPAID],
  [
    'suspended',
    /\b(?:has\s+been|is|was|will\s+be|have)\s+(?:\w+ly\s+)?suspended\b|\b(?:suspension|seasonal\s+hold|vacation\s+hold|standby)\b/i,
  ],
  [
    'offer',
    /\b(?:special|exclusive|great|limited[\s-]time|one[\s-]time|retention|loyalty)\s+(?:\w+\s+)?(?:offer|discount|deal|credit|rate)s?\b|\b(?:if\s+you\s+stay|stay\s+with\s+us|before\s+you\s+(?:go|leave)|change\s+your\s+mind\s+and\s+stay|win\s+you\s+back|keep\s+your\s+(?:line|service|number)\s+for\s+(?:only|just)|we'd\s+(?:love|like)\s+(?:you\s+to\s+stay|to\s+keep\s+you)|reconsider)\b|\b(?:hate|don't\s+want)\s+to\s+(?:see|lose)\s+you\b|\b\d{1,2}%\s+off\b/i,
  ],
  ['final-bill', /\b(?:final|last|closing)\s+(?:\w+\s+)?(?:bill|statement|invoice|balance|payment|charges?)\b/i],
];

/** What an English sentence says about the end of a line. */
export function englishSignals(sentence: Sentence): Signal[] {
  const { text } = sentence;
  const plain = phrasesIn(sentence, PLAIN);
  if (PHISHING.test(text)) plain.push(signal('conditional', sentence, 0, text.length));
  if (QUESTION.test(text)) return plain.filter(({ kind }) => kind === 'offer');
  const said = [...negations(sentence), ...statements(sentence), ...steps(sentence), ...ports(sentence)];
  const received = said.some(({ kind }) => kind === 'negated') ? [] : receipts(sentence);
  return [...plain, ...said, ...received];
}

function negations(sentence: Sentence): Signal[] {
  const { text } = sentence;
  const still = STILL.exec(text);
  const all = still ? [signal('still-active', sentence, still.index, still.index + still[0].length)] : [];
  if (!TOPIC.test(text)) return all;
  for (const pattern of NEGATED) {
    const match = pattern.exec(text);
    if (
      match &&
      !HYPOTHETICAL.test(text.slice(0, match.index)) &&
      !/^\W*(?:you\s+(?:do|did|have|will|would|may)|if|do)\b/i.test(text)
    ) {
      all.push(signal('negated', sentence, match.index, match.index + match[0].length));
    }
  }
  return all.slice(0, 2);
}

function statements(sentence: Sentence): Signal[] {
  const { text } = sentence;
  const all: Signal[] = [];
  const add = (kind: SignalKind, about: string, from: number, to: number): void => {
    if (about === 'other') all.push(signal('other-object', sentence, from, to));
    else if (about !== 'unknown' && about !== 'pronoun')
      all.push(conditioned(kind, sentence, from, to, about === 'account'));
  };
  for (const match of [...text.matchAll(PASSIVE), ...text.matchAll(ENDS)]) {
    const lead = text.slice(0, match.index);
    if (HYPOTHETICAL.test(lead)) continue;
    const about = subjectOf(lead);
    // "Your request was cancelled": the wish is gone, not the line.
    if (about === 'process') {
      if (match.groups?.verb) all.push(signal('negated', sentence, match.index, match.index + match[0].length));
      continue;
    }
    if (STAYS.test(text) && /\b(?:plan|rate)\b/i.test(lead)) continue;
    const aux = match.groups?.aux ?? '';
    add(
      /\b(?:will|shall|scheduled|set|due|slated|going|ends|terminates|stops)\b/i.test(aux) ? 'planned' : 'accepted',
      about,
      match.index,
      match.index + match[0].length,
    );
  }
  for (const match of text.matchAll(ACTIVE)) {
    const { aux = '', verb = '', object = '' } = match.groups ?? {};
    const future = /\b(?:will|going)|'ll/i.test(aux);
    if (!future && !/(?:ed|ff|wn)$/i.test(verb)) continue;
    if (HYPOTHETICAL.test(text.slice(0, match.index))) continue;
    const end = match.index + match[0].length - object.length;
    const about = objectOf(object);
    if (about === 'process' || /^\s+(?:your|the)\s+(?:request|chat|ticket|case)/i.test(object)) continue;
    add(future ? 'planned' : 'accepted', about, match.index, Math.min(match.index + match[0].length, end + 30));
  }
  for (const match of text.matchAll(NOUN)) {
    const { lead = '', of = '', aux = '', state = '' } = match.groups ?? {};
    const from = match.index + lead.length;
    if (HYPOTHETICAL.test(text.slice(0, from)) || /\b(?:fees?|charges?|has|have|was|is|been|received)\b/i.test(of))
      continue;
    const promised = /will\s+be/i.test(aux) && !/effective|effect|scheduled|final$/i.test(state);
    const future = /will|takes/i.test(aux) || /scheduled|set/i.test(state);
    const about = nounObject(lead, of);
    add(promised ? 'received' : future ? 'planned' : 'accepted', about, from, match.index + match[0].length);
  }
  for (const match of text.matchAll(WE_DID)) {
    add(
      'accepted',
      nounObject('', match.groups?.of ?? ''),
      match.index,
      match.index + match[0].length - (match.groups?.of ?? '').length,
    );
  }
  for (const match of text.matchAll(CONFIRMS)) {
    const { between = '', of = '' } = match.groups ?? {};
    if (
      HYPOTHETICAL.test(text.slice(0, match.index)) ||
      /\b(?:to|please|must|need|can|will|your|can't)\s+$/i.test(text.slice(0, match.index))
    )
      continue;
    if (
      /\b(?:receipt|receiv\w+|request\w*|you\s+(?:want|would)|number|code)\b/i.test(between) ||
      /^\s+(?:request|fee|policy|terms|number)/i.test(of)
    )
      continue;
    add('accepted', nounObject(between, of), match.index, match.index + match[0].length - of.length);
  }
  for (const pattern of [HEADING, STATUS, LABEL, INACTIVE]) {
    const match = pattern.exec(text);
    if (match && !HYPOTHETICAL.test(text.slice(0, match.index)))
      all.push(conditioned('accepted', sentence, match.index, match.index + match[0].length));
  }
  const label = DATE_LABEL.exec(text);
  if (label && !HYPOTHETICAL.test(text.slice(0, label.index)))
    all.push(conditioned('planned', sentence, label.index, label.index + label[0].length));
  return all;
}

/** "cancellation of your AutoPay", "your order cancellation": the object stands behind or in front; none at all is the line. */
function nounObject(lead: string, of: string): string {
  const behind =
    /^\s*(?:request|order)?\s*(?:of|for|on|to)?\s*(?:your|the|this|my)?\s*(?<object>[^,]{0,60})/i.exec(of)?.groups
      ?.object ?? '';
  const about = objectOf(behind);
  const front = subjectOf(lead);
  if (about === 'other' || (front === 'other' && about !== 'line')) return 'other';
  if (about === 'line' || front === 'line') return 'line';
  if (about === 'account' || front === 'account') return 'account';
  return 'process';
}

/** A statement with a condition behind it is not one yet. */
function conditioned(kind: SignalKind, sentence: Sentence, from: number, to: number, vague = false): Signal {
  const { text } = sentence;
  const rest = text.slice(to);
  const past = kind === 'accepted' && /\b(?:has|have|was|were|confirm\w*)\b|'ve/i.test(text.slice(from, to));
  if (UNPAID.test(text) || PHISHING.test(text)) return signal('conditional', sentence, from, to);
  if (past) return signal(kind, sentence, from, to, vague);
  const whole = `${text.slice(0, from)} ${rest}`;
  if (CONDITION_USER.test(whole)) return signal('step', sentence, from, to);
  if (CONDITION_US.test(whole)) return signal('received', sentence, from, to);
  if (UNLESS.test(whole)) return signal('conditional', sentence, from, to);
  return signal(kind, sentence, from, to, vague);
}

function steps(sentence: Sentence): Signal[] {
  const { text } = sentence;
  for (const pattern of STEPS) {
    const match = pattern.exec(text);
    if (match && !NOT_A_STEP.test(text)) return [signal('step', sentence, match.index, match.index + match[0].length)];
  }
  const hanging =
    /\b(?:we|i|it|your\s+(?:line|service|account))(?:'ll|\s+will|\s+can)(?:\s+only)?\s+(?:be\s+)?(?:cancel|disconnect|terminat|deactivat|clos|process|complet)\w*/i.exec(
      text,
    );
  if (hanging && CONDITION_USER.test(text) && !NOT_A_STEP.test(text)) {
    return [signal('step', sentence, hanging.index, hanging.index + hanging[0].length)];
  }
  return [];
}

function ports(sentence: Sentence): Signal[] {
  const { text } = sentence;
  const not = PORT_NOT.exec(text);
  for (const pattern of PORT) {
    const match = pattern.exec(text);
    if (!match) continue;
    if (not) return [signal('negated', sentence, not.index, not.index + not[0].length)];
    const lead = text.slice(0, match.index);
    if (HYPOTHETICAL.test(lead) || /\b(?:can|could|may|might|want|like|how)\b[^.;]{0,20}$/i.test(lead)) continue;
    return [signal('port-out', sentence, match.index, match.index + match[0].length)];
  }
  return [];
}

function receipts(sentence: Sentence): Signal[] {
  const { text } = sentence;
  if (!ENDING_TOPIC.test(text) && !/\brequest\s+received\b/i.test(text)) return [];
  const object =
    /\b(?:cancell?ation\s+(?:request\s+)?(?:of|for)|request\s+to\s+cancel|cancel(?:ling|ing)?|disconnect(?:ing)?|terminat(?:e|ing)|clos(?:e|ing))\s+(?:the|your|my|this)\s+(?<object>[^.;,]{0,50})/i.exec(
      text,
    );
  if (object && objectOf(object.groups?.object ?? '') === 'other')
    return [signal('other-object', sentence, object.index, object.index + object[0].length)];
  if (/\b(?:order|appointment|auto-?pay|reservation|add-?on|claim|insurance)\s+cancell?ation/i.test(text)) return [];
  for (const pattern of RECEIVED) {
    const match = pattern.exec(text);
    if (match && !/\b(?:if|once|when|after|until)\b[^,]*$/i.test(text.slice(0, match.index))) {
      return [signal('received', sentence, match.index, match.index + match[0].length)];
    }
  }
  return [];
}
