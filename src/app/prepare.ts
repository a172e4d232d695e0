import { labelLine } from '../domain/prepare/needs.ts';
import { prepare } from '../domain/prepare/prepare.ts';
import type { PlannedDocument, Prepared, PrepareInput } from '../domain/prepare/types.ts';
import type { Language } from '../locale/say.ts';
import { sheetView, stepsView, storeView } from './prepare-sheets.ts';
import {
  checklistText,
  emailText,
  formText,
  letterText,
  messagesText,
  paragraphsText,
  scriptText,
  sheetText,
  storeText,
} from './prepare-text.ts';
import type { DocumentView, PrepareView } from './prepare-types.ts';
import { checklistView, messagesView, type Says, scriptView, worded, writingView } from './prepare-words.ts';

export type { PrepareInput, PrepareView, Says };

type Views = Omit<PrepareView, 'documents' | 'missing'>;

/**
 * Everything to have at hand, to say and to send for one case, in words. `language` is the user's: the checklist and all
 * instructions are in it, what goes to the carrier is English, with a reading copy below where the user reads Chinese.
 * Writes nothing and asks nobody; the same input gives the same bytes. A PIN, password or one-time code stands nowhere.
 */
export function prepareCase(input: PrepareInput, says: Says, language: Language): PrepareView {
  const user = says[language];
  const prepared = prepare(input);
  const views: Views = {
    checklist: checklistView(prepared.checklist, user),
    script: prepared.script && scriptView(prepared.script, input.product, says),
    chat: prepared.chat && messagesView(prepared.chat, says),
    dm: prepared.dm && messagesView(prepared.dm, says),
    email: prepared.email && writingView(prepared.email, says),
    letter: prepared.letter && writingView(prepared.letter, says),
    letters: prepared.extras.map(({ writing, ...one }) => ({ ...one, ...writingView(writing, says) })),
    store: prepared.store && storeView(prepared.store, prepared.reference, says, user),
    portSheet: prepared.portSheet && sheetView(prepared.portSheet, says, user),
    onlineSteps: prepared.onlineSteps && stepsView(prepared.onlineSteps, user),
  };
  return {
    documents: prepared.documents.map((document) => ({
      ...document,
      language: languageOf(document, language),
      text: textOf(document, prepared, views, says, language),
    })),
    ...views,
    missing: prepared.missing.map(({ field, sayOnly, why, where }) => ({
      field,
      sayOnly,
      label: worded(labelLine(field), user),
      why: worded(why, user),
      whereToFind: worded(where, user),
    })),
  };
}

function languageOf({ kind, name }: PlannedDocument, user: Language): DocumentView['language'] {
  const own = kind === 'checklist' || kind === 'port-sheet' || kind === 'online-steps' || name === 'seller-message.txt';
  return own ? user : 'en';
}

function textOf(document: PlannedDocument, prepared: Prepared, views: Views, says: Says, language: Language): string {
  const user = says[language];
  const { script, chat, dm, email, letter, portSheet, onlineSteps } = views;
  const further = views.letters.find(({ name }) => name === document.name);
  if (further) return further.kind === 'complaint' ? formText(further, user) : letterText(further, says, user);
  if (document.kind === 'port-sheet' && portSheet) return sheetText(portSheet);
  if (document.kind === 'online-steps' && onlineSteps) return sheetText(onlineSteps);
  const { store, seller, reference } = prepared;
  if (document.name === 'seller-message.txt' && seller) return paragraphsText(seller.paragraphs, says, user);
  if (document.kind === 'call-script' && script) return scriptText(script, says);
  if (document.kind === 'chat' && chat) return messagesText(chat, 'chat', user);
  if (document.kind === 'dm' && dm) return messagesText(dm, 'dm', user);
  if (document.kind === 'email' && email) return emailText(email, says, user);
  if (document.kind === 'letter' && letter) return letterText(letter, says, user);
  if (document.kind === 'store-sheet' && store)
    return storeText(store, user('prepare.store.title', { reference }), says, user);
  return checklistText(views.checklist);
}
