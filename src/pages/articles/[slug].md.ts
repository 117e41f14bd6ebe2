import type { APIRoute, GetStaticPaths } from 'astro';
import { markdownPath, relativeLink } from '../../article/address.ts';
import { withPublicOriginal } from '../../article/translations.ts';
import { hasPictures } from '../../content/article-entry.ts';
import { markdownCopy } from '../../outputs/markdown-copy.ts';
import type { ArticlePicture } from '../../site/article-picture.ts';
import { publicationContents, type PublishedArticle } from '../../site/contents.ts';
import { withCacheKeys } from '../../site/page-key.ts';
import { sharedPicture } from '../../site/shared-picture.ts';

/**
 * Markdown copies of articles with pictures, because only Astro knows the URLs of pictures. In a build,
 * the integration writes the others (see `writeMarkdownCopies`), which is faster than a route for each.
 */
export const getStaticPaths = (async () => {
  const { articles, expired } = await publicationContents();
  const all = [...articles, ...expired];
  const slugs = new Set(all.map(({ slug }) => slug));
  const rendered = all.filter((article) => import.meta.env.DEV || hasPictures(article));
  return withCacheKeys(
    rendered.map((one) => {
      const published = { ...one, article: withPublicOriginal(one.article, slugs) };
      return { params: { slug: one.slug }, props: { published } };
    }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ published: PublishedArticle }> = async ({ props: { published } }) => {
  const { slug, article, language, body } = published;
  const urlOf = async (picture: ArticlePicture): Promise<string> =>
    relativeLink(markdownPath(slug), (await sharedPicture(picture)).path);
  const inBody = body.pictures.map(
    async (picture) => [picture.path, await urlOf(picture)] as const,
  );
  const lead = article.image?.file && (await urlOf(article.image.file));
  const addresses = import.meta.env.DEV ? undefined : body.addresses;
  const source = { file: body.file, article, language, addresses };
  return new Response(markdownCopy(source, { lead, body: new Map(await Promise.all(inBody)) }));
};
