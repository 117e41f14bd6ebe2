import type { APIRoute, GetStaticPaths } from 'astro';
import { absoluteAddress } from '../article/address.ts';
import { publicationContents } from '../site/contents.ts';
import { isAtHostRoot } from '../publication.ts';
import { NEWS_SITEMAP, SITEMAP } from '../outputs/sitemap/sitemap.ts';

/** `robots.txt` (RFC 9309). Crawlers read it only at the root of a host. */
export const getStaticPaths = (async () => {
  const { url } = (await publicationContents()).publication;
  if (url === undefined || !isAtHostRoot(url)) return [];
  const sitemaps = [SITEMAP, NEWS_SITEMAP].map((path) => `Sitemap: ${absoluteAddress(url, path)}`);
  const text = ['User-agent: *', 'Allow: /', '', ...sitemaps, ''].join('\n');
  return [{ params: { robots: 'robots' }, props: { text } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
