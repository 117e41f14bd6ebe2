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

/**
 * The page that a site makes that trusts its articles: the vector as it stands, then in every
 * position of a body, without sanitising and without a policy. If nothing happens on such pages, a
 * test on ours proves nothing.
 */
export function unprotectedPage(vector: string): string {
  const body = Object.values(BODY_POSITIONS).map((write) => write(vector, vector));
  const html = String(unprotected.processSync(body.join('\n\n')));
  return `<!doctype html><meta charset="utf-8"><title>Unprotected</title>${vector}<main>${html}</main>`;
}
