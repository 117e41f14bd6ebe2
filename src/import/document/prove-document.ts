import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { picturePath } from '../../article/picture-path.ts';
import { articleSchema } from '../../article/schema.ts';
import { readFrontMatter } from '../../content/yaml/read-front-matter.ts';
import { validate } from '../../content/yaml/validate.ts';
import { NO_ALTERNATIVE_TEXT } from '../../markdown/alternative-texts.ts';
import { PICTURE_GAP } from '../../markdown/pictures.ts';
import { renderBody, type RenderedBody } from '../../markdown/render.ts';
import type { TextFault } from '../markdown/prove-article.ts';
import { renderedText, type RenderedText } from './rendered-text.ts';

const schema = articleSchema(picturePath);

/** What the page of an article must show. */
export interface ExpectedPage {
  readonly text: RenderedText;
  /** The addresses of links, in any order. */
  readonly links: readonly string[];
  /** The files of pictures in the body, in order. */
  readonly pictures: readonly string[];
}

/**
 * Proves that the page of an article shows what was kept of a document: the same text, links and
 * pictures. Reads the file as the site does.
 * @returns the differences; empty if there are none
 * @throws LimitError if the site would refuse it
 */
export function proveDocument(
  markdown: string,
  expected: ExpectedPage,
  language: string,
): TextFault[] {
  const file = readFrontMatter(markdown);
  if (!file.ok) return [...file.faults];
  const validation = validate(schema, file.value, '');
  if (!validation.ok) {
    return validation.problems.map(({ key = '', wrong, right }) => ({ key, wrong, right }));
  }
  const body = renderBody(file.value.body, language);
  return body.isEmpty ? [EMPTY] : compare(expected, body);
}

function compare(expected: ExpectedPage, body: RenderedBody): TextFault[] {
  const tree = fromHtml(body.html.replaceAll(PICTURE_GAP, ''), { fragment: true });
  const text = pageText(tree);
  return [
    ...difference('text', expected.text.body, text.body),
    ...difference(
      'notes',
      expected.text.notes.toSorted().join('\n'),
      text.notes.toSorted().join('\n'),
    ),
    ...difference(
      'links',
      expected.links.toSorted().join('\n'),
      linksOf(tree).toSorted().join('\n'),
    ),
    ...difference(
      'pictures',
      expected.pictures.join('\n'),
      body.pictures.map(({ file }) => file).join('\n'),
    ),
    ...body.faults
      // Nobody can write one here. The build asks for it.
      .filter(({ wrong }) => wrong !== NO_ALTERNATIVE_TEXT)
      .map(({ wrong, right }) => ({ wrong, right })),
  ];
}

/** The text of a rendered body, without the numbers and arrows of footnotes. */
export function pageText(tree: Root): RenderedText {
  return renderedText(
    tree,
    () => true,
    ({ tagName, properties }) => {
      if (properties.role === 'doc-noteref' || properties.role === 'doc-backlink')
        return { own: '' };
      return tagName === 'li' && /^fn-\d+$/.test(String(properties.id)) ? 'note' : 'children';
    },
  );
}

function linksOf(tree: Root): string[] {
  const links: string[] = [];
  visit(tree, 'element', ({ tagName, properties }: Element) => {
    const isOwn = properties.role === 'doc-noteref' || properties.role === 'doc-backlink';
    const href = properties.href;
    // Headings link to themselves.
    if (tagName === 'a' && !isOwn && href !== undefined && !href.startsWith('#')) links.push(href);
  });
  return links;
}

function difference(what: string, expected: string, actual: string): TextFault[] {
  if (expected === actual) return [];
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at++;
  const excerpt = (text: string): string =>
    JSON.stringify(text.slice(Math.max(0, at - 20), at + 20));
  return [
    {
      wrong: `The ${what} would change: ${excerpt(expected)} would become ${excerpt(actual)}.`,
      right: 'This is a bug, so nothing was written. Please report it, with the file.',
    },
  ];
}

const EMPTY: TextFault = {
  wrong: 'The article has no body: nothing of the document is text of an article.',
  right: 'Check that this is the right file.',
};
