import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { formatDate } from '../../article/date.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { PICTURE_GAP } from '../../markdown/pictures.ts';
import { renderInline } from '../../markdown/render.ts';

/**
 * Returns an article as an HTML document for the search index: the text of its page, in the same
 * order, without the interface around it.
 *
 *     <html lang="en"><body><h1>Headline</h1><p>Standfirst</p>…</body></html>
 * @param language the article's language (BCP 47)
 * @param body sanitised HTML
 */
export function searchableHtml(
  { article }: Pick<ReadArticle, 'article'>,
  language: string,
  body: string,
): string {
  const { headline, standfirst, byline, dateline, published, updated, image, topics, source } =
    article;
  const dates = [published, updated].flatMap((date) =>
    date === undefined ? [] : [formatDate(date, language)],
  );
  const details = [...(byline ?? []), ...(dateline === undefined ? [] : [dateline]), ...dates];
  const paragraphs = (texts: readonly (string | undefined)[]): Element[] =>
    texts.filter((text) => text !== undefined).map((text) => element('p', textNode(text)));
  const content = element(
    'body',
    element('h1', textNode(headline)),
    ...[image?.caption, image?.credit]
      .filter((text) => text !== undefined)
      .map((text) => element('p', rawNode(renderInline(text)))),
    ...paragraphs([standfirst, details.length === 0 ? undefined : details.join(', ')]),
    rawNode(body.replaceAll(PICTURE_GAP, '')),
    ...paragraphs([topics?.join(', '), source?.name]),
  );
  const page = { ...element('html', content), properties: { lang: language } };
  return toHtml({ type: 'root', children: [page] } satisfies Root, { allowDangerousHtml: true });
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
