import { join } from 'node:path';

/** Full coverage for names in Chinese and in Latin letters; both are under the SIL Open Font License. */
const PACKAGES = ['@expo-google-fonts/noto-sans', '@expo-google-fonts/noto-sans-sc'];
const WEIGHTS = ['400Regular', '700Bold'];

/** The folders of the fonts in a checkout, two weights of each; the build copies them to dist/fonts. */
export function packagedFonts(nodeModules: string): string[] {
  return PACKAGES.flatMap((name) => WEIGHTS.map((weight) => join(nodeModules, name, weight)));
}
