import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import type { PluggableList } from 'unified';
import { VFile } from 'vfile';
import { gfmParts } from '../../../src/markdown/gfm-parts.ts';

/** The steps under test. */
interface Steps {
  /** On the Markdown tree. */
  readonly remark?: PluggableList;
  /** On the HTML tree. */
  readonly rehype?: PluggableList;
}

/** Renders Markdown with the steps under test only. */
export function renderWith(markdown: string, steps: Steps): VFile {
  return remark()
    .use(gfmParts)
    .use(steps.remark ?? [])
    .use(remarkRehype, { clobberPrefix: '' })
    .use(steps.rehype ?? [])
    .use(rehypeStringify)
    .processSync(new VFile(markdown));
}

/** Renders Markdown to HTML without line breaks between blocks. */
export function htmlWith(markdown: string, steps: Steps): string {
  return String(renderWith(markdown, steps)).replaceAll('>\n<', '><');
}
