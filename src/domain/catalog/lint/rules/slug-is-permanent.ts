import type { LintRule } from '../types.ts';

/** Cases, links and other programs bear the slug: a brand may go, its slug may not. */
export const slugIsPermanent: LintRule = {
  id: 'slug-is-permanent',
  severity: 'error',
  doc: 'slugs',
  check: ({ slugs, brands, retired, files }) => {
    const there = new Set([
      ...brands.map(({ slug }) => slug),
      ...retired.map(({ slug }) => slug),
      // A file with an error in it has not vanished.
      ...files.flatMap(({ file }) => /^(?:carriers|retired)\/(.+)\.yaml$/.exec(file)?.[1] ?? []),
    ]);
    return slugs
      .map((slug, at) => ({ slug, line: at + 1 }))
      .filter(({ slug }) => !there.has(slug))
      .map(({ slug, line }) => ({ slug: 'slugs.txt', path: [], facts: { slug }, line }));
  },
};
