import type { APIRoute, GetStaticPaths } from 'astro';
import { publicationContents, type PublishedArticle } from '../../site/contents.ts';
import { markdownCopy } from '../../outputs/markdown-copy.ts';
import { withKeys } from '../../site/page-key.ts';

/** Each article as Markdown, beside its page. */
export const getStaticPaths = (async () => {
  const { articles } = await publicationContents();
  return withKeys(
    articles.map((published) => ({ params: { slug: published.slug }, props: { published } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ published: PublishedArticle }> = async ({ props }) =>
  new Response(await markdownCopy(props.published));
