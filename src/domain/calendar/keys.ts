/**
 * A name for each of these codes that stays the same as long as their order does: the code, and `code.2` for the second of a
 * kind (two charges, two complaints).
 */
export function stableKeys(codes: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return codes.map((code) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count === 1 ? code : `${code}.${count}`;
  });
}
