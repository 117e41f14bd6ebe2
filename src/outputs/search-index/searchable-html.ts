import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { topicPath } from '../../article/address.ts';
import { formatDates } from '../../article/format-dates.ts';
import { topicSlug } from '../../article/topics.ts';
import { thumbnailPath } from '../../client/search/search-parts.ts';
import { separateHtml } from '../../client/search/separate-words.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { PICTURE_GAP } from '../../markdown/pictures.ts';
import { renderInline } from '../../markdown/render.ts';

/**
 * Returns an article as an HTML document for the search index: the text of its page, without the
 * interface around it. What is said about the article comes after its text, so that excerpts do not
 * begin with names and dates. The attributes are for the list of results.
 *
 *     <html lang="en"><body><h1 data-published="2023-09-19">Headline</h1><p>Standfirst</p>…</body></html>
 * @param language the article's language (BCP 47)
 * @param body sanitised HTML
 */
export function searchableHtml(
  { slug, article }: Pick<ReadArticle, 'slug' | 'article'>,
  language: string,
  body: string,
): string {
  const { headline, standfirst, byline, dateline, published, updated, image, topics, source } =
    article;
  const shown = formatDates({ published, updated }, language);
  const dates = [shown.published, shown.updated].filter((date) => date !== undefined);
  const details = [...(byline ?? []), ...(dateline === undefined ? [] : [dateline]), ...dates];
  const paragraphs = (texts: readonly (string | undefined)[]): Element[] =>
    texts.filter((text) => text !== undefined).map((text) => element('p', textNode(text)));
  const content = element(
    'body',
    { ...element('h1', textNode(headline)), properties: resultDetails(slug, article) },
    ...paragraphs([standfirst, ...(article.keyPoints ?? [])]),
    rawNode(body.replaceAll(PICTURE_GAP, '')),
    ...paragraphs((article.corrections ?? []).map((one) => one.text)),
    ...[image?.caption, image?.credit]
      .filter((text) => text !== undefined)
      .map((text) => element('p', rawNode(renderInline(text)))),
    ...paragraphs([article.kicker, article.series?.name]),
    ...paragraphs([details.length === 0 ? undefined : details.join(', ')]),
    ...paragraphs([topics?.join(', '), source?.name]),
  );
  const page = { ...element('html', content), properties: { lang: language } };
  const root: Root = { type: 'root', children: [page] };
  return separateHtml(toHtml(root, { allowDangerousHtml: true }), language);
}

/** Returns attributes that Pagefind saves with the article (https://pagefind.app/docs/metadata/). */
function resultDetails(
  slug: string,
  { published, topics: [topic] = [], image }: ReadArticle['article'],
) {
  const details = {
    published,
    topic,
    'topic-page': topic === undefined ? undefined : topicPath(topicSlug(topic)),
    picture: image?.file === undefined ? undefined : encodeURI(thumbnailPath(slug)),
  };
  const known = Object.entries(details).filter(([, value]) => value !== undefined);
  if (known.length === 0) return {};
  return {
    'data-pagefind-meta': known.map(([name]) => `${name}[data-${name}]`).join(', '),
    ...Object.fromEntries(known.map(([name, value]) => [`data-${name}`, value])),
  };
}

function element(tagName: string, ...children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function textNode(value: string): ElementContent {
  return { type: 'text', value };
}

/** @param value sanitised HTML */
function rawNode(value: string): ElementContent {
  return { type: 'raw', value };
}
