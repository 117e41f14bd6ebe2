import { toHtml } from 'hast-util-to-html';
import type { Element } from 'hast';
import { absoluteAddress } from '../../article/address.ts';
import { absoluteHtml } from './absolute-html.ts';
import type { FeedArticle } from './feed.ts';
import { PICTURE_GAP } from '../../markdown/pictures.ts';
import { renderInline } from '../../markdown/render.ts';
import { articleBody } from '../../content/article-body.ts';
import type { ArticlePicture } from '../../site/article-picture.ts';
import type { PublishedArticle } from '../../site/contents.ts';
import { sharedPicture } from '../../site/shared-picture.ts';

const known = new WeakMap<PublishedArticle, Promise<FeedArticle>>();

/**
 * An article with its full text, as feeds carry it. Worked out once, for all feeds that it is in.
 * @param url where the publication stands on the web
 */
export function feedArticle(published: PublishedArticle, url: string): Promise<FeedArticle> {
  const article = known.get(published) ?? readFeedArticle(published, url);
  known.set(published, article);
  return article;
}

async function readFeedArticle(published: PublishedArticle, url: string): Promise<FeedArticle> {
  const { path, language, topics, article } = published;
  const address = absoluteAddress(url, path);
  const html = (await figure(published, url)) + (await bodyHtml(published, url));
  return {
    url: address,
    headline: article.headline,
    standfirst: article.standfirst,
    byline: article.byline,
    published: article.published,
    updated: article.updated,
    language,
    topics,
    html: absoluteHtml(html, address),
  };
}

/** The lead picture with its caption and credit, or these alone. */
async function figure({ article }: PublishedArticle, url: string): Promise<string> {
  const { file, alt, caption, credit } = article.image ?? {};
  const parts = [
    ...(file ? [await picture(file, alt ?? '', url)] : []),
    ...[caption, credit].flatMap((words) =>
      words === undefined ? [] : [`<figcaption>${renderInline(words)}</figcaption>`],
    ),
  ];
  return parts.length === 0 ? '' : `<figure>${parts.join('')}</figure>`;
}

async function bodyHtml({ body }: PublishedArticle, url: string): Promise<string> {
  const [first = '', ...rest] = articleBody(body).split(PICTURE_GAP);
  const filled = rest.map(async (part, index) => {
    const gap = body.pictures[index];
    return (gap ? await picture(gap, gap.alt, url) : '') + part;
  });
  return [first, ...(await Promise.all(filled))].join('');
}

async function picture(image: ArticlePicture, alt: string, url: string): Promise<string> {
  const { path, width, height } = await sharedPicture(image);
  const src = absoluteAddress(url, path);
  return toHtml({
    type: 'element',
    tagName: 'img',
    properties: { src, alt, width, height },
    children: [],
  } satisfies Element);
}
