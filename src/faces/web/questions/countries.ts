import { LANGUAGE_TAGS, type Language } from '../../../locale/say.ts';

/** Codes Intl has a name for that are no country of today: groups, reserved and former ones. */
const NO_COUNTRY = new Set(
  'AC AN BU CP CQ CS CT DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO QU RH SU TA TP UK UN VD WK XA XB YD YU ZR ZZ'.split(
    ' ',
  ),
);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Two-letter codes with their names, sorted as the language sorts. */
export function countries(language: Language): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(LANGUAGE_TAGS[language], { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const known = codes.flatMap((code) => {
    const name = NO_COUNTRY.has(code) ? undefined : names.of(code);
    return name === undefined ? [] : [{ code, name }];
  });
  const order = new Intl.Collator(LANGUAGE_TAGS[language]);
  return known.sort((a, b) => order.compare(a.name, b.name));
}
