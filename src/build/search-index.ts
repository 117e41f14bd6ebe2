import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { close, createIndex } from 'pagefind';
import { visit } from 'unist-util-visit';
import type { SitePath } from '../article/address.ts';
import { SEARCH_FOLDER } from '../article/search.ts';

/** An article's page, to be found by its words. */
export interface IndexedPage {
  readonly path: SitePath;
  readonly language: string;
}

/**
 * Writes the search index of a built site, with Pagefind (https://pagefind.app): one for each
 * language, and the one script that reads them.
 * @param folder of the built site
 * @throws Error if an index cannot be made
 */
export async function writeSearchIndex(
  folder: string,
  pages: readonly IndexedPage[],
): Promise<void> {
  const byLanguage = Map.groupBy(pages, ({ language }) => language);
  try {
    for (const [language, ofLanguage] of byLanguage) {
      for (const { path, content } of await indexLanguage(folder, language, ofLanguage)) {
        const place = SHARED.has(path) ? path : join(language, path);
        const file = join(folder, SEARCH_FOLDER, place);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
    }
  } finally {
    await close();
  }
}

/** The script that all indexes are read with. */
const SHARED = new Set(['pagefind.js']);

async function indexLanguage(folder: string, language: string, pages: readonly IndexedPage[]) {
  const { index, errors } = await createIndex({
    forceLanguage: new Intl.Locale(language).language,
  });
  if (!index) throw new Error(`The search index cannot be made: ${errors.join(' ')}`);
  for (const { path } of pages) {
    const content = articleAlone(await readFile(join(folder, path), 'utf8'), language);
    const added = await index.addHTMLFile({ url: path, content });
    if (added.errors.length > 0) throw new Error(`${path}: ${added.errors.join(' ')}`);
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  // Not the interfaces that Pagefind brings along: the search page is its own.
  return files.filter(({ path }) => !/-(?:ui|highlight|worker)\b/.test(path));
}

/** What is found are the words of the article, not those of the page around it. */
function articleAlone(html: string, language: string): string {
  const articles: Element[] = [];
  visit(fromHtml(html), 'element', (element) => {
    if (element.tagName === 'article') articles.push(element);
  });
  const page: Element = {
    type: 'element',
    tagName: 'html',
    properties: { lang: language },
    children: articles,
  };
  return toHtml({ type: 'root', children: [page] } satisfies Root);
}
