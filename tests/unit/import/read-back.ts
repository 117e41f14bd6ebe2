import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { readFrontMatter } from '../../../src/content/yaml/read-front-matter.ts';
import { picturePath } from '../../../src/article/picture-path.ts';
import { articleSchema } from '../../../src/article/schema.ts';
import { validate } from '../../../src/content/yaml/validate.ts';
import { findMergeConflicts } from '../../../src/content/checks/find-merge-conflicts.ts';
import { renderBody, renderInline } from '../../../src/markdown/render.ts';

/** The words of an article, as a browser finds them on its page. */
export interface ReadBack {
  readonly headline: string;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  readonly standfirst: string | undefined;
  readonly byline: readonly string[] | undefined;
  /** The text of each block of the body. */
  readonly body: readonly string[];
  /** The names of all elements in the body, without duplicates. */
  readonly tags: readonly string[];
}

/** Reads the file of an article with the site's schema and pipeline, and its HTML with a parser. */
export function readBack(markdown: string): ReadBack {
  const parts = readFrontMatter(markdown);
  if (!parts.ok) throw new Error(JSON.stringify(parts.faults));
  const validation = validate(articleSchema(picturePath), parts.value, 'article.md');
  if (!validation.ok) throw new Error(JSON.stringify(validation.problems));
  const { headline, image, standfirst, byline } = validation.value;
  const { html, faults, warnings } = renderBody(parts.value.body, 'en');
  const problems = [...findMergeConflicts(markdown), ...faults, ...warnings];
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const tree = fromHtml(html, { fragment: true });
  return {
    headline,
    caption: inlineText(image?.caption),
    credit: inlineText(image?.credit),
    standfirst,
    byline,
    body: tree.children.filter(({ type }) => type === 'element').map(textOf),
    tags: [...new Set(tagsOf(tree))],
  };
}

function inlineText(markdown: string | undefined): string | undefined {
  return markdown === undefined
    ? undefined
    : textOf(fromHtml(renderInline(markdown), { fragment: true }));
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function tagsOf(node: Nodes): string[] {
  if (!('children' in node)) return [];
  const own = node.type === 'element' ? [node.tagName] : [];
  return [...own, ...node.children.flatMap(tagsOf)];
}
