/** How hard a passphrase is to guess, roughly and in three steps. Pure; nothing is sent or kept. */
export type Strength = 'short' | 'fair' | 'long';

/** Different characters in a row of this many make guessing hopeless, whatever they are. */
const LONG = 20;
/** age stretches each guess, so that twelve random characters hold. */
const FAIR = 12;

/** `short` is guessed by trying; `long` is not. Repeating the same few characters does not count. */
export function strengthOf(passphrase: string): Strength {
  const letters = [...passphrase];
  const worth = Math.min(letters.length, new Set(letters).size * 2);
  if (worth >= LONG) return 'long';
  return worth >= FAIR ? 'fair' : 'short';
}
