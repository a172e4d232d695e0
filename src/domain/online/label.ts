import type { Control } from './types.ts';

/** A label as the word lists expect it: width and quotes made one, white space folded, marks of stress left as they are. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a person hears or reads of a control: its name, else its text, else where it leads. */
export function labelOf({ name, text, href }: Control): string {
  const own = plainText(name) || plainText(text);
  if (own !== '') return own;
  return plainText((href ?? '').replace(/^https?:\/\/[^/]+/, '').replace(/[/_?=&.-]+/g, ' '));
}

/** Everything around a control that says what it belongs to. */
export function surroundingsOf({ context, headings }: Control): string {
  return plainText([context, ...headings.slice(0, 2)].join(' \n '));
}

const INPUTS = ['textbox', 'searchbox', 'spinbutton'];
const CHOICES = ['radio', 'checkbox', 'switch', 'option', 'menuitemradio', 'menuitemcheckbox'];

export const isInput = ({ role }: Control): boolean => INPUTS.includes(role);
export const isChoice = ({ role }: Control): boolean => CHOICES.includes(role);
export const isSelect = ({ role }: Control): boolean => role === 'combobox' || role === 'listbox';
/** Something that is pressed. */
export const isPress = (control: Control): boolean => !isInput(control) && !isChoice(control) && !isSelect(control);
