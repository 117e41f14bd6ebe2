import { statSync } from 'node:fs';
import { toHtml } from 'hast-util-to-html';
import type { Element, ElementContent } from 'hast';
import { recordingFormat } from '../../article/recording.ts';
import { formatDate } from '../../article/date.ts';
import { wordsFor } from '../../i18n/words.ts';
import { absoluteAddress } from '../../article/address.ts';
import { absoluteHtml } from './absolute-html.ts';
import type { FeedArticle, FeedRecording } from './feed.ts';
import { PICTURE_GAP } from '../../markdown/pictures.ts';
import { renderInline } from '../../markdown/render.ts';
import { articleBody } from '../../content/article-body.ts';
import type { ArticlePicture } from '../../site/article-picture.ts';
import type { PublishedArticle } from '../../site/contents.ts';
import { sharedPicture } from '../../site/shared-picture.ts';

const cache = new WeakMap<PublishedArticle, Promise<FeedArticle>>();

/**
 * Returns an article with its full text, for feeds. The result is cached, because most articles are in
 * several feeds.
 * @param url the publication's `url`
 */
export function feedArticle(published: PublishedArticle, url: string): Promise<FeedArticle> {
  const article = cache.get(published) ?? toFeedArticle(published, url);
  cache.set(published, article);
  return article;
}

async function toFeedArticle(published: PublishedArticle, url: string): Promise<FeedArticle> {
  const { path, language, topics, article } = published;
  const address = absoluteAddress(url, path);
  const parts = [
    await leadFigure(published, url),
    seriesHtml(published),
    keyPointsHtml(published),
    await bodyHtml(published, url),
    correctionsHtml(published),
  ];
  const html = parts.join('');
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
    recordings: enclosures(published, address),
  };
}

function enclosures({ body }: PublishedArticle, address: string): FeedRecording[] {
  return (body.recordings ?? []).flatMap(({ file, href }) => {
    const format = recordingFormat(file);
    if (!format) return [];
    const url = new URL(href, address).href;
    return [{ url, player: format.player, type: format.type, bytes: statSync(file).size }];
  });
}

/** Returns the lead picture with its caption and credit, which can also appear without a picture. */
async function leadFigure({ article }: PublishedArticle, url: string): Promise<string> {
  const { file, alt, caption, credit } = article.image ?? {};
  const parts = [
    ...(file ? [await imgTag(file, alt ?? '', url)] : []),
    ...[caption, credit].flatMap((text) =>
      text === undefined ? [] : [`<figcaption>${renderInline(text)}</figcaption>`],
    ),
  ];
  return parts.length === 0 ? '' : `<figure>${parts.join('')}</figure>`;
}

function seriesHtml({ article: { series }, language }: PublishedArticle): string {
  if (!series) return '';
  const part = series.part === undefined ? '' : ` (${series.part})`;
  return toHtml(h('p', text(`${wordsFor(language).series}: ${series.name}${part}`)));
}

function keyPointsHtml({ article: { keyPoints } }: PublishedArticle): string {
  return keyPoints ? toHtml(h('ul', ...keyPoints.map((point) => h('li', text(point))))) : '';
}

function correctionsHtml({ article, language }: PublishedArticle): string {
  const words = wordsFor(language);
  const paragraphs = (article.corrections ?? []).map((one) =>
    h(
      'p',
      h('strong', text(`${words.correction}, ${formatDate(one.date, language)}:`)),
      text(` ${one.text}`),
    ),
  );
  return toHtml({ type: 'root', children: paragraphs });
}

function h(tagName: string, ...children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

async function bodyHtml({ body }: PublishedArticle, url: string): Promise<string> {
  const [first = '', ...rest] = articleBody(body).split(PICTURE_GAP);
  const filled = rest.map(async (part, index) => {
    const picture = body.pictures[index];
    return (picture ? await imgTag(picture, picture.alt, url) : '') + part;
  });
  return [first, ...(await Promise.all(filled))].join('');
}

async function imgTag(picture: ArticlePicture, alt: string, url: string): Promise<string> {
  const { path, width, height } = await sharedPicture(picture);
  const src = absoluteAddress(url, path);
  return toHtml({
    type: 'element',
    tagName: 'img',
    properties: { src, alt, width, height },
    children: [],
  } satisfies Element);
}
