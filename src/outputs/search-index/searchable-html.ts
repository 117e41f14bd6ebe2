import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { formatDate } from '../../article/date.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { PICTURE_GAP } from '../../markdown/pictures.ts';
import { renderInline } from '../../markdown/render.ts';

/**
 * The words of an article as a document for the search index: what its page says, in that order, and
 * nothing of the page around it.
 *
 *     <html lang="en"><body><h1>Headline</h1><p>Standfirst</p>…</body></html>
 * @param language the article's (BCP 47)
 * @param body its body as HTML
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
  const about = [...(byline ?? []), ...(dateline === undefined ? [] : [dateline]), ...dates];
  const paragraphs = (texts: readonly (string | undefined)[]): Element[] =>
    texts.filter((text) => text !== undefined).map((text) => element('p', words(text)));
  const main = element(
    'body',
    element('h1', words(headline)),
    ...[image?.caption, image?.credit]
      .filter((text) => text !== undefined)
      .map((text) => element('p', html(renderInline(text)))),
    ...paragraphs([standfirst, about.length === 0 ? undefined : about.join(', ')]),
    html(body.replaceAll(PICTURE_GAP, '')),
    ...paragraphs([topics?.join(', '), source?.name]),
  );
  const page = { ...element('html', main), properties: { lang: language } };
  return toHtml({ type: 'root', children: [page] } satisfies Root, { allowDangerousHtml: true });
}

function element(tagName: string, ...children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function words(value: string): ElementContent {
  return { type: 'text', value };
}

/** HTML that is safe already. */
function html(value: string): ElementContent {
  return { type: 'raw', value };
}
