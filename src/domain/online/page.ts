import { isInput, isPress, labelOf, plainText } from './label.ts';
import type { Control, PageSnapshot } from './types.ts';
import { ABOUT_END, CODE_ASKED, COOKIES, ENDS, SIGNS_IN } from './words.ts';

/** The part of a page that counts now, with what it says. */
export interface Scope {
  /** Visible controls that can be used, in document order. */
  controls: readonly Control[];
  /** Buttons that are there and cannot be pressed yet. */
  disabled: readonly Control[];
  headings: string;
  text: string;
  inDialog: boolean;
}

/** What is open in front comes first; cookie notices and chat bubbles are left aside. */
export function scopeOf(snapshot: PageSnapshot): Scope {
  const visible = snapshot.controls.filter((own) => own.visible && !isCookie(own));
  const dialog = visible.filter(({ region }) => region === 'dialog');
  const inDialog = snapshot.modal && dialog.some(({ enabled }) => enabled);
  const controls = inDialog ? dialog : visible;
  const headings = snapshot.headings.map(({ text }) => plainText(text)).join(' \n ');
  const dialogText = plainText(
    dialog.flatMap(({ context, headings: own }) => [...own.slice(0, 1), context]).join(' \n '),
  );
  return {
    controls: controls.filter(({ enabled }) => enabled),
    disabled: controls.filter((own) => !own.enabled && isPress(own)),
    headings: inDialog ? plainText(dialog[0]?.headings[0] ?? '') : headings,
    text: inDialog ? dialogText : plainText(snapshot.text),
    inDialog,
  };
}

function isCookie(control: Control): boolean {
  return (
    COOKIES.test(labelOf(control)) ||
    (COOKIES.test(control.context.slice(0, 300)) && control.context.length < 401 && !ENDS.test(control.context))
  );
}

/** The field a person has to fill in with something only they know; null: there is none. */
export function secretField({ controls, text }: Scope): Control | null {
  const fields = controls.filter((own) => isInput(own) && own.secret);
  const password = fields.find(({ inputType }) => inputType === 'password' && true);
  if (password) {
    const name = controls.find(
      (own) =>
        isInput(own) &&
        !own.secret &&
        own.order < password.order &&
        (own.value ?? '') === '' &&
        SIGN_IN_NAME.test(`${labelOf(own)} ${own.autocomplete ?? ''} ${own.inputType ?? ''}`),
    );
    return name ?? password;
  }
  const [first] = fields;
  if (first) return first;
  // A lone field for a code, which nothing marks as one.
  const lone = controls.filter(isInput);
  return lone.length > 0 &&
    lone.length <= 8 &&
    CODE_ASKED.test(text) &&
    lone.every(({ value }) => (value ?? '').length <= 8)
    ? (lone[0] ?? null)
    : null;
}

const SIGN_IN_NAME =
  /user|e-?mail|phone|login|account|id\b|tel|usuario|correo|tel[eé]fono|用户名|账号|帳號|手机号|手機|邮箱/iu;

/** A first step of signing in that asks for the name alone. */
export function signInName({ controls, headings, text }: Scope): Control | null {
  const fields = controls.filter(isInput);
  const only = fields.length === 1 ? fields[0] : null;
  if (!only || !SIGN_IN_NAME.test(`${labelOf(only)} ${only.autocomplete ?? ''} ${only.inputType ?? ''}`)) return null;
  return SIGNS_IN.test(`${headings} ${text.slice(0, 400)}`) && !ABOUT_END.test(headings) ? only : null;
}
