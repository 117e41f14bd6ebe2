import { isAtHostRoot, type Publication } from '../publication.ts';

/**
 * Returns a sentence for each kind of output that was skipped, with the reason.
 * @param undated the number of articles without a date
 */
export function skippedOutputs({ url }: Publication, undated: number): string[] {
  if (url === undefined) {
    return [
      'Without a "url" in content/publication.yaml, the site has no canonical addresses, social cards, feeds, sitemaps and robots.txt.',
    ];
  }
  const articles = undated === 1 ? '1 article' : `${undated.toLocaleString('en')} articles`;
  return [
    ...(undated === 0
      ? []
      : [`The Atom feeds leave out ${articles} without a date, which Atom demands.`]),
    ...(isAtHostRoot(url)
      ? []
      : [
          `The site has no robots.txt, because crawlers read it only at the root of a host. Name the sitemap in ${new URL('/robots.txt', url).href}.`,
        ]),
  ];
}
