import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { gfmParts } from '../../src/markdown/gfm-parts.ts';
import { BODY_POSITIONS } from './positions.ts';

const unprotected = remark()
  .use(gfmParts)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** The positions where most vectors work, beside those as HTML. */
const POSITIONS = ['link address', 'autolink', 'attribute in double quotes'];

/**
 * The page of a site that trusts its articles: the vector as HTML, then in a Markdown body, without
 * sanitizing and without a content security policy. If vectors do nothing on such pages, a test
 * that they do nothing on ours proves nothing.
 */
export function unprotectedPage(vector: string): string {
  const body = POSITIONS.map((position) => BODY_POSITIONS[position]?.(vector, vector, '') ?? '');
  const html = String(unprotected.processSync([vector, ...body].join('\n\n')));
  return `<!doctype html><meta charset="utf-8"><title>Unprotected</title><main><article>${vector}${html}</article></main>`;
}
