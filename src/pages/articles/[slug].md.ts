import type { APIRoute, GetStaticPaths } from 'astro';
import { markdownPath, relativeLink } from '../../article/address.ts';
import { markdownCopy } from '../../outputs/markdown-copy.ts';
import type { ArticlePicture } from '../../site/article-picture.ts';
import { publicationContents, type PublishedArticle } from '../../site/contents.ts';
import { withCacheKeys } from '../../site/page-key.ts';
import { sharedPicture } from '../../site/shared-picture.ts';

/**
 * Markdown copies of articles with pictures, whose addresses only Astro knows. In a build, the
 * integration writes all others: as routes, they would be half of all paths.
 */
export const getStaticPaths = (async () => {
  const { articles } = await publicationContents();
  const here = articles.filter((article) => import.meta.env.DEV || hasPictures(article));
  return withCacheKeys(
    here.map((published) => ({ params: { slug: published.slug }, props: { published } })),
  );
}) satisfies GetStaticPaths;

function hasPictures({ article, body }: PublishedArticle): boolean {
  return article.image?.file !== undefined || body.pictures.length > 0;
}

export const GET: APIRoute<{ published: PublishedArticle }> = async ({ props: { published } }) => {
  const { slug, article, language, body } = published;
  const addressOf = async (picture: ArticlePicture): Promise<string> =>
    relativeLink(markdownPath(slug), (await sharedPicture(picture)).path);
  const inBody = body.pictures.map(
    async (picture) => [picture.path, await addressOf(picture)] as const,
  );
  const lead = article.image?.file && (await addressOf(article.image.file));
  const source = { file: body.file, article, language };
  return new Response(markdownCopy(source, { lead, body: new Map(await Promise.all(inBody)) }));
};
