import type { Language, Messages } from './say.ts';

/** All sentences of a language. Each language is a module of its own, so that a face loads only the one it speaks. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'zh' ? (await import('./zh/index.ts')).default : (await import('./en/index.ts')).default;
}

/** The same without what only the command line says. */
export async function loadBrowserMessages(language: Language): Promise<Messages> {
  return language === 'zh' ? (await import('./zh/browser.ts')).default : (await import('./en/browser.ts')).default;
}
