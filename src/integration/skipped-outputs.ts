import { isAtHostRoot, type Publication } from '../publication.ts';

/**
 * Returns a sentence for each kind of output that was skipped, with the reason.
 * @param undated the number of articles without a date
 */
export function skippedOutputs({ url }: Publication, undated: number): string[] {
  if (url === undefined) {
    return [
      'Left out, because content/publication.yaml has no "url": canonical addresses, cards and pictures for sharing, feeds, sitemaps, robots.txt.',
    ];
  }
  const articles = undated === 1 ? '1 article' : `${undated.toLocaleString('en')} articles`;
  return [
    ...(undated === 0
      ? []
      : [`Left out of the Atom feeds, because Atom demands a date: ${articles} without one.`]),
    ...(isAtHostRoot(url)
      ? []
      : [
          `Left out, because crawlers read it only at the top of a host: robots.txt. Name the sitemap in the one at ${new URL('/robots.txt', url).href}.`,
        ]),
  ];
}
