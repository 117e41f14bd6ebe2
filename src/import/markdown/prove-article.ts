import { picturePath } from '../../article/picture-path.ts';
import type { Problem } from '../../article/problem.ts';
import { articleSchema, type ArticleFrontMatter } from '../../article/schema.ts';
import { readFrontMatter } from '../../content/yaml/read-front-matter.ts';
import { validate } from '../../content/yaml/validate.ts';
import { LimitError } from '../../markdown/limits.ts';
import { renderBody, renderInline } from '../../markdown/render.ts';
import { toOneLine, type Draft, type Paragraph, type TopRole } from '../draft.ts';
import { readByline } from '../../article/read-byline.ts';
import { readBareDate, readDateLine } from '../formats/plain-text/date-line.ts';
import { formatDateline } from '../formats/plain-text/dateline.ts';

/** A problem with a text. Its line is one of the text, counted from 1. */
export type TextFault = Omit<Problem, 'file'>;

const schema = articleSchema(picturePath);

/**
 * Proves that the file of an article has all words of a text, in their order. Reads the file as the
 * site does, through its schema and its Markdown pipeline, and compares the result with the text.
 * @param paragraphs all paragraphs of the text
 * @param draft says which paragraph is what. Its words are not used.
 * @param language the article's (BCP 47)
 * @returns the differences; empty if there are none
 */
export function proveArticle(
  markdown: string,
  paragraphs: readonly Paragraph[],
  { top, dateline }: Pick<Draft, 'top' | 'dateline'>,
  language: string,
): TextFault[] {
  const file = readFrontMatter(markdown);
  if (!file.ok) return file.faults.map((fault) => ({ ...fault, line: 1 }));
  const validation = validate(schema, file.value, '');
  if (!validation.ok) {
    return validation.problems.map(({ key = '', wrong, right }) => {
      const line = paragraphs[top.findIndex((role) => key.endsWith(role))]?.line ?? 1;
      return { line, key, wrong, right };
    });
  }
  const article = validation.value;
  const faults = top.flatMap((role, index) => {
    const paragraph = paragraphs[index] ?? { text: '', line: 1 };
    const { expected, actual } = compareRole(role, article, toOneLine(paragraph));
    return difference(expected, actual, paragraph.line, role);
  });
  const body = paragraphs.slice(top.length);
  const opening = dateline ? openingOf(article, body[0]?.text ?? '', dateline, language) : '';
  const text = body.map((paragraph) => paragraph.text).join('\n\n');
  if (!text.startsWith(opening)) {
    faults.push(...difference(text, opening, body[0]?.line ?? 1, 'dateline'));
  }
  return [...faults, ...proveBody(file.value.body, toHtml(body, opening.length), body, language)];
}

function proveBody(
  markdown: string,
  expected: string,
  body: readonly Paragraph[],
  language: string,
): TextFault[] {
  try {
    const { html } = renderBody(markdown, language);
    return html === expected ? [] : bodyDifference(expected, html, body);
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    // The line of the error is one of the article. The line of the text is unknown.
    return [{ line: body[0]?.line ?? 1, wrong: error.message, right: error.right }];
  }
}

function compareRole(role: TopRole, article: ArticleFrontMatter<string>, text: string) {
  switch (role) {
    case 'caption':
    case 'credit':
      return { expected: escapeHtml(text), actual: renderInline(article.image?.[role] ?? '') };
    case 'byline':
      return {
        expected: JSON.stringify(readByline(text)),
        actual: JSON.stringify(article.byline),
      };
    case 'published':
    case 'updated': {
      const day = readDateLine(text) ?? readBareDate(text);
      return { expected: day?.date ?? text, actual: article[role] ?? '' };
    }
    default:
      return { expected: text, actual: article[role] ?? '' };
  }
}

/** The dateline as the page shows it, with the dash of the text. */
function openingOf(
  { dateline = '', published = '' }: ArticleFrontMatter<string>,
  text: string,
  { length }: NonNullable<Draft['dateline']>,
  language: string,
): string {
  const words = formatDateline(dateline, published, language);
  return words + text.slice(words.length, length);
}

/** The HTML that the pipeline makes of paragraphs without any markup. */
function toHtml([first, ...rest]: readonly Paragraph[], skip: number): string {
  return [first?.text.slice(skip) ?? '', ...rest.map(({ text }) => text)]
    .map((text) => `<p>${escapeHtml(text)}</p>`)
    .join('\n');
}

/** Escapes text as rehype-stringify does. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
}

function difference(expected: string, actual: string, line: number, where: string): TextFault[] {
  if (expected === actual) return [];
  const at = firstDifference(expected, actual);
  return [
    {
      line,
      wrong: `The ${where} would change: ${excerpt(expected, at)} would become ${excerpt(actual, at)}.`,
      right: 'This is a bug, so nothing was written. Please report it, with the text.',
    },
  ];
}

function bodyDifference(expected: string, actual: string, body: readonly Paragraph[]): TextFault[] {
  const paragraph = expected.slice(0, firstDifference(expected, actual)).split('</p>\n').length;
  return difference(expected, actual, body[paragraph - 1]?.line ?? 1, 'body');
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function excerpt(text: string, at: number): string {
  return JSON.stringify(text.slice(Math.max(0, at - 20), at + 20));
}
