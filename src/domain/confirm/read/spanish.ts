import type { Sentence } from './sentences.ts';
import { type Phrase, phrasesIn, type Signal, signal } from './signals.ts';

const LINE = '(?:l[ií]nea|servicio|n[uú]mero|cuenta|plan|suscripci[oó]n|contrato)';
const DONE = '(?:(?:cancelad|desconectad|desactivad|terminad|cerrad)[oa]s?|dad[oa]s? de baja)';
const OTHER = /\b(?:pedido|orden|cita|seguro|pago autom[aá]tico|autopay|complemento|reserva|oferta|devoluci[oó]n)\b/i;
const TOPIC = /\b(?:cancel\w*|desconex\w*|desconect\w*|desactiv\w*|dar de baja|baja|terminaci[oó]n)\b/i;

const ACCEPTED: readonly RegExp[] = [
  new RegExp(
    `\\b${LINE}\\b[^.;?]{0,60}?\\b(?:ha sido|han sido|fue|fueron|est[aá]|qued[oó]|ya est[aá])\\s+(?:\\w+mente\\s+)?${DONE}`,
    'i',
  ),
  new RegExp(`\\b(?:hemos|he)\\s+(?:\\w+mente\\s+)?${DONE}\\s+(?:su|la|el)\\s+(?:\\w+\\s+)?${LINE}`, 'i'),
  /\b(?:cancelaci[oó]n|desconexi[oó]n|baja)\b[^.;?]{0,60}?\b(?:ha sido|fue|est[aá])\s+(?:\w+mente\s+)?(?:confirmada|completada|procesada|aprobada|aceptada)/i,
  /\b(?:cancelaci[oó]n|desconexi[oó]n|baja)\s+(?:confirmada|completada|procesada|exitosa|programada)\b/i,
  /\b(?:confirmamos|le confirmamos|confirma)\s+(?:la|su)\s+(?:cancelaci[oó]n|desconexi[oó]n|baja|terminaci[oó]n)\b/i,
];
const PLANNED: readonly RegExp[] = [
  new RegExp(
    `\\b${LINE}\\b[^.;?]{0,60}?\\b(?:ser[aá]|ser[aá]n|quedar[aá]|est[aá] programad[oa] para ser)\\s+(?:\\w+mente\\s+)?${DONE}`,
    'i',
  ),
  new RegExp(`\\b${LINE}\\b[^.;?]{0,60}?\\b(?:terminar[aá]|finalizar[aá]|se cancelar[aá]|se desconectar[aá])`, 'i'),
  /\bfecha de (?:cancelaci[oó]n|desconexi[oó]n|terminaci[oó]n|baja)\b|[uú]ltimo d[ií]a de (?:su )?servicio\b/i,
];
const PLAIN: readonly Phrase[] = [
  ['final-bill', /\b(?:factura final|[uú]ltima factura|saldo final|factura de cierre)\b/i],
  ['offer', /\b(?:oferta (?:especial|exclusiva)|descuento|qu[eé]dese|antes de que se vaya|lamentamos que se vaya)\b/i],
  ['unpaid', /\b(?:falta de pago|saldo vencido|pago vencido|atrasad[oa])\b/i],
  ['suspended', /\b(?:suspendid[oa]|suspensi[oó]n)\b/i],
  [
    'port-out',
    /\b(?:n[uú]mero|l[ií]nea)\b[^.;?]{0,50}\b(?:portad[oa]|transferid[oa])\b|\bportabilidad\b[^.;?]{0,50}\b(?:completad[ao]|procesad[ao]|recibid[ao]|solicitud)/i,
  ],
];
const NEGATED =
  /\bno\s+(?:se\s+)?(?:ha\s+sido|ha|han|pudo|pudimos|podemos|fue|est[aá]|ser[aá]|hemos|puede)(?:\s+(?:posible|sido|ser|podido|a[uú]n|todav[ií]a))*\s+(?:cancel\w*|desconect\w*|desactiv\w*|complet\w*|proces\w*|cerr\w*)|\bcancelaci[oó]n\b[^.;]{0,40}\b(?:rechazada|denegada|fallida|anulada)|\bsigue (?:activ[oa])\b/i;
const STEP =
  /\bpre-?\s?(?:registrad[oa]|registro)|\b(?:debe|tiene que|necesita|por favor|deber[aá])\s+(?:llamar|llame|comunicarse|contactar|responder|responda|confirmar|confirme|ll[aá]menos|verificar|visitar)\b[^.;?]{0,100}\b(?:para|dentro de|antes del?|o (?:su|la) (?:solicitud|l[ií]nea))|\bpara (?:completar|finalizar|confirmar) (?:su|la) (?:solicitud|cancelaci[oó]n)|\b(?:llame|ll[aá]menos|responda|confirme)\b[^.;?]{0,80}\b(?:dentro de|en un plazo de|antes del?|para (?:completar|confirmar|finalizar))/i;
const RECEIVED =
  /\b(?:recibimos|hemos recibido|recibida|recibido|est[aá] (?:siendo|en) (?:procesad[ao]|revisad[ao]|proceso|revisi[oó]n|tr[aá]mite)|en proceso|estamos (?:procesando|revisando)|gracias por)\b/i;
const HYPOTHETICAL = /\b(?:si|cuando|una vez que|despu[eé]s de que|antes de que|hasta que|a menos que)\b[^,]*$/i;
const CONDITION =
  /\b(?:si usted|si (?:nos )?llama|cuando (?:usted|nos) \w+|una vez que (?:usted|nos|llame|confirme)|hasta que (?:usted|nos|llame|confirme))/i;

/** What a Spanish sentence says about the end of a line. */
export function spanishSignals(sentence: Sentence): Signal[] {
  const { text } = sentence;
  const plain = phrasesIn(sentence, PLAIN);
  if (/\?\s*$/.test(text)) return [];
  const find = (kind: Signal['kind'], pattern: RegExp): Signal[] => {
    const match = pattern.exec(text);
    if (!match || HYPOTHETICAL.test(text.slice(0, match.index))) return [];
    return [signal(kind, sentence, match.index, match.index + match[0].length)];
  };
  const negated = TOPIC.test(text) || /sigue activ/i.test(text) ? find('negated', NEGATED) : [];
  if (negated.length > 0) return [...plain, ...negated];
  const step = /\b(?:preguntas|dudas)\b/i.test(text) ? [] : find('step', STEP);
  if (OTHER.test(text) && !/\bl[ií]nea\b/i.test(text)) {
    return TOPIC.test(text) ? [...plain, ...find('other-object', TOPIC)] : plain;
  }
  const kindOf = (kind: 'accepted' | 'planned'): Signal['kind'] => {
    if (plain.some((own) => own.kind === 'unpaid')) return 'conditional';
    return CONDITION.test(text) ? 'step' : kind;
  };
  const accepted = ACCEPTED.flatMap((pattern) => find(kindOf('accepted'), pattern));
  const planned = PLANNED.flatMap((pattern) => find(kindOf('planned'), pattern));
  const received = TOPIC.test(text) ? find('received', RECEIVED) : [];
  return [...plain, ...step, ...accepted, ...planned, ...received];
}
