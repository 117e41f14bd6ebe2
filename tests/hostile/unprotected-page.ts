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

/** The places in which vectors fire, by what they are: HTML, or addresses. */
const POSITIONS = ['block', 'link address', 'autolink', 'attribute in double quotes'];

/**
 * The page that a site makes that trusts its articles: the vector as it stands, then in the body,
 * without sanitising and without a policy. If nothing happens on such pages, a test on ours proves
 * nothing.
 */
export function unprotectedPage(vector: string): string {
  const body = POSITIONS.map((position) => BODY_POSITIONS[position]?.(vector, vector) ?? '');
  const html = String(unprotected.processSync(body.join('\n\n')));
  return `<!doctype html><meta charset="utf-8"><title>Unprotected</title><main><article>${vector}${html}</article></main>`;
}
