import { readFrontMatter } from '../content/yaml/read-front-matter.ts';
import { picturePath } from '../article/picture-path.ts';
import type { Problem } from '../article/problem.ts';
import { articleSchema, type ArticleFrontMatter } from '../article/schema.ts';
import { validate } from '../content/yaml/validate.ts';
import { LimitError } from '../markdown/limits.ts';
import { renderBody, renderInline } from '../markdown/render.ts';
import { bylineLine } from './byline-line.ts';
import { datelineInWords } from './dateline.ts';
import { onOneLine, type Draft, type TopRole } from './draft.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** What is wrong with an article, before it has a file. Lines are those of the text provided. */
export type TextFault = Omit<Problem, 'file'>;

const schema = articleSchema(picturePath);

/**
 * Proves that a Markdown file holds the words of a text, all of them, in their order: reads the
 * file as the site does, through its schema and its pipeline, and compares what comes out with the
 * paragraphs of the text. `draft` says which paragraph is to be found where, not what it says.
 * @param language the article's (BCP 47)
 * @returns what differs; empty if nothing does
 */
export function proveArticle(
  markdown: string,
  paragraphs: readonly Paragraph[],
  { top, dateline }: Pick<Draft, 'top' | 'dateline'>,
  language: string,
): TextFault[] {
  const parts = readFrontMatter(markdown);
  if (!parts.ok) return parts.faults.map((fault) => ({ ...fault, line: 1 }));
  const validation = validate(schema, parts.value, '');
  if (!validation.ok) {
    return validation.problems.map(({ key = '', wrong, right }) => {
      const line = paragraphs[top.findIndex((role) => key.endsWith(role))]?.line ?? 1;
      return { line, key, wrong, right };
    });
  }
  const article = validation.value;
  const faults = top.flatMap((role, index) => {
    const paragraph = paragraphs[index] ?? { text: '', line: 1 };
    const { provided, written } = comparison(role, article, onOneLine(paragraph));
    return difference(provided, written, paragraph.line, role);
  });
  const body = paragraphs.slice(top.length);
  const opening = dateline ? openingOf(article, body[0]?.text ?? '', dateline, language) : '';
  const provided = body.map(({ text }) => text).join('\n\n');
  if (!provided.startsWith(opening)) {
    faults.push(...difference(provided, opening, body[0]?.line ?? 1, 'dateline'));
  }
  return [...faults, ...bodyFaults(parts.value.body, htmlOf(body, opening.length), body, language)];
}

function bodyFaults(
  markdown: string,
  html: string,
  body: readonly Paragraph[],
  language: string,
): TextFault[] {
  try {
    const rendered = renderBody(markdown, language).html;
    return rendered === html ? [] : bodyDifference(html, rendered, body);
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    // The error's line is one of the article's: what stands there in the text is not known.
    return [{ line: body[0]?.line ?? 1, wrong: error.message, right: error.right }];
  }
}

/** What the text says in a role, and what the file says there, both as they are to be shown. */
function comparison(role: TopRole, article: ArticleFrontMatter<string>, text: string) {
  switch (role) {
    case 'caption':
    case 'credit':
      return { provided: escapeHtml(text), written: renderInline(article.image?.[role] ?? '') };
    case 'byline':
      return { provided: text, written: bylineLine(article.byline ?? []) };
    default:
      return { provided: text, written: article[role] ?? '' };
  }
}

/** The dateline as the page shows it, with the dash that the text has after it. */
function openingOf(
  { dateline = '', published = '' }: ArticleFrontMatter<string>,
  text: string,
  { length }: NonNullable<Draft['dateline']>,
  language: string,
): string {
  const words = datelineInWords(dateline, published, language);
  return words + text.slice(words.length, length);
}

/** Paragraphs as HTML: words, and nothing but words. Exactly what the pipeline makes of them. */
function htmlOf([first, ...rest]: readonly Paragraph[], skip: number): string {
  return [first?.text.slice(skip) ?? '', ...rest.map(({ text }) => text)]
    .map((text) => `<p>${escapeHtml(text)}</p>`)
    .join('\n');
}

/** As rehype-stringify escapes text (https://html.spec.whatwg.org/#escapingString). */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
}

function difference(provided: string, written: string, line: number, where: string): TextFault[] {
  if (provided === written) return [];
  const at = firstDifference(provided, written);
  return [
    {
      line,
      wrong: `The ${where} would not come back as it was provided: ${excerpt(provided, at)} would be ${excerpt(written, at)}.`,
      right: faultOfSoftware,
    },
  ];
}

function bodyDifference(
  provided: string,
  rendered: string,
  body: readonly Paragraph[],
): TextFault[] {
  const paragraph = provided.slice(0, firstDifference(provided, rendered)).split('</p>\n').length;
  return difference(provided, rendered, body[paragraph - 1]?.line ?? 1, 'body');
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function excerpt(text: string, at: number): string {
  return JSON.stringify(text.slice(Math.max(0, at - 20), at + 20));
}

const faultOfSoftware =
  'This is a fault of the software, so nothing was written. Please report it with the text.';
