import { hashOf } from '../../domain/case/chain.ts';
import type { NewEvent, StoredSituation } from '../../domain/case/events.ts';
import { refusalOf } from '../../domain/case/orders.ts';
import { secretRefsIn, unsealed } from '../../domain/case/sealed.ts';
import type { Situation } from '../../domain/case/situation.ts';
import { checkLine } from '../../domain/check/check.ts';
import { countryOf } from '../../domain/check/countries.ts';
import { decide } from '../../domain/decide/decide.ts';
import { SimoffError } from '../../domain/errors.ts';
import { historyOf } from '../../domain/prepare/history.ts';
import { formatDay } from '../../domain/time/civil.ts';
import type { Language } from '../../locale/say.ts';
import type { PdfMaker } from '../../ports/pdf.ts';
import { prepareCase, type Says } from '../prepare.ts';
import { type PdfPlan, pdfPlans } from '../prepare-pdf.ts';
import type { DocumentView, PrepareView } from '../prepare-types.ts';
import type { CaseDeps } from './deps.ts';
import { type LoadedCase, loadCase } from './load.ts';
import { pagesOf } from './pages.ts';
import { revealer } from './reveal.ts';
import { momentOf, refuse, writeEvents } from './write.ts';

/** A document with the hash it is recorded under. */
export type Composed = DocumentView & { sha256: string; bytes: number };

/** A PDF of a document, or of the call script. */
export type ComposedPdf = Omit<PdfPlan, 'template' | 'data'> & { content: Uint8Array; sha256: string; bytes: number };

export interface PreparedCase {
  loaded: LoadedCase;
  view: PrepareView;
  documents: Composed[];
  /** Those asked for; each is made from `view` and bears today's date. */
  pdfs: ComposedPdf[];
  /** Those that could be made. */
  plans: PdfPlan[];
  situation: Situation;
}

/**
 * The situation with what the carrier or the seller needs whole: account, card, phone and order number. A secret anywhere else
 * got there by mistake and is sent to nobody. What cannot be opened stays masked.
 */
async function withNumbers(
  stored: StoredSituation,
  loaded: LoadedCase,
  deps: CaseDeps,
  tell?: (trouble: SimoffError) => void,
): Promise<Situation> {
  const { account, line, bought } = stored;
  const needed = secretRefsIn([account?.number, line.iccid, line.msisdn, bought?.orderNumber]).map((ref) => ref.secret);
  const open = await revealer(loaded, deps, tell);
  return unsealed<Situation>(stored, (ref) => (needed.includes(ref.secret) ? open(ref) : ref.masked));
}

/**
 * Everything to have at hand, to say and to send for a case, with its secrets filled in where a document needs them; as PDF
 * too where a maker is given. Writes nothing. `tell` hears why a secret could not be opened. Throws `case-refused` where no
 * option is chosen, `case-unreadable`, `unknown-case`, `glyph-missing` with the field of the situation.
 */
export async function prepareDocuments(
  name: string,
  says: Says,
  language: Language,
  deps: CaseDeps,
  pdf: PdfMaker | null = null,
  tell?: (trouble: SimoffError) => void,
): Promise<PreparedCase> {
  const loaded = await loadCase(name, deps);
  const { read, state, world, situation: masked, today } = loaded;
  const stored = state.last('situation-recorded')?.data.situation;
  if (!world || !stored || !masked) throw new SimoffError('case-unreadable', { case: read.case });
  const option = state.last('option-chosen')?.data;
  const checklist = { kind: 'checklist', purpose: null, language, name: '', sha256: '', bytes: 0 } as const;
  refuse(refusalOf(state, { type: 'document-composed', ...momentOf(null, loaded.zone, deps), data: checklist }));
  if (!option) throw new SimoffError('case-refused', { reason: 'not-decided' });
  const situation = await withNumbers(stored, loaded, deps, tell);
  const { brand, product, rules, targets } = world;
  const from = countryOf(situation.userCountry ?? 'US') ?? 'US';
  const view = prepareCase(
    {
      reference: read.case,
      situation,
      option,
      brand,
      product,
      rules,
      targets,
      decision: decide(situation, { brand, product, targets, today }),
      checked: checkLine(brand, product, { from, zone: situation.userZone ?? null, now: deps.now }),
      today: formatDay(today),
      signed: deps.signed === true,
      history: historyOf(state, world),
    },
    says,
    language,
  );
  const documents = view.documents.map((document) => ({
    ...document,
    sha256: hashOf(document.text),
    bytes: new TextEncoder().encode(document.text).length,
  }));
  const plans = pdfPlans(view, { says, user: says[language], today: formatDay(today) });
  const pdfs = pdf === null ? [] : await pagesOf(plans, pdf, situation);
  return { loaded, view, documents, pdfs, plans, situation };
}

/** The bytes of one document by its file name, a PDF being made for it; null: there is none of that name. Throws `glyph-missing`. */
export async function documentBytes(
  { documents, plans, situation }: PreparedCase,
  name: string,
  pdf: PdfMaker | null,
): Promise<Uint8Array | null> {
  const text = documents.find((document) => document.name === name)?.text;
  if (text !== undefined) return new TextEncoder().encode(text);
  const planned = plans.filter((plan) => plan.name === name);
  const [page] = pdf === null ? [] : await pagesOf(planned, pdf, situation);
  return page?.content ?? null;
}

/**
 * `prepareDocuments`, where the fonts may lack a character: then the texts come without PDFs, and `pdfProblem` says which
 * character and where. Throws what `prepareDocuments` throws otherwise.
 */
export async function prepareWhatCanBe(
  ...given: Parameters<typeof prepareDocuments>
): Promise<{ prepared: PreparedCase; pdfProblem: SimoffError | null }> {
  const [name, says, language, deps, , tell] = given;
  try {
    return { prepared: await prepareDocuments(...given), pdfProblem: null };
  } catch (error) {
    if (!(error instanceof SimoffError) || error.code !== 'glyph-missing') throw error;
    return { prepared: await prepareDocuments(name, says, language, deps, null, tell), pdfProblem: error };
  }
}

/** Records that the documents were composed; one that was recorded before with the same content is not recorded again. */
export async function recordComposed(
  { loaded, documents, pdfs }: PreparedCase,
  deps: CaseDeps,
): Promise<{ loaded: LoadedCase }> {
  const moment = momentOf(null, loaded.zone, deps);
  return writeEvents(
    loaded.read.case,
    ({ state }) => {
      const since = state.last('option-chosen')?.seq ?? 0;
      const before = new Set(
        state.all('document-composed').flatMap(({ seq, data }) => (seq > since ? [`${data.name} ${data.sha256}`] : [])),
      );
      return [...documents, ...pdfs]
        .filter(({ name, sha256 }) => !before.has(`${name} ${sha256}`))
        .map(({ kind, purpose, language, name, sha256, bytes }): NewEvent => {
          return { type: 'document-composed', ...moment, data: { kind, purpose, language, name, sha256, bytes } };
        });
    },
    deps,
  );
}
