import { readdir } from 'node:fs/promises';
import { isPictureName } from '../article/picture-path.ts';
import type { Problem } from '../article/problem.ts';

/**
 * Whether a file or folder is none of the publisher's making: hidden ones (`.DS_Store`, `.#a.md`),
 * backups and swap files of editors, what systems and office programs leave.
 */
export function isByproduct(name: string): boolean {
  return BYPRODUCT.test(name);
}

const BYPRODUCT =
  /^\.|~$|^~\$|^#.*#$|\.(?:bak|orig|rej|sw[op]|tmp)$|^(?:thumbs\.db|desktop\.ini|icon\r)$/i;

/** Whether it looks like an article to a person, under one of the names that Markdown goes by. */
export function looksLikeArticle(name: string): boolean {
  return /\.(?:md|markdown|mdown|mdx|mkd|txt)$/i.test(name);
}

/** Warns of a file among the articles that is neither one nor a picture that a page can show. */
export function warningOfFile(file: string): Problem | undefined {
  if (isPictureName(file)) return undefined;
  return { file, wrong: 'This file is not published.', right: adviceFor(file) };
}

/**
 * Warns of everything in the folder of the content that is never published: it holds the folder of
 * the articles, and what describes the publication.
 */
export async function warningsOfContent(folder: string): Promise<Problem[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(({ name }) => !isByproduct(name) && !KNOWN.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const file = `${folder}/${entry.name}`;
      const wrong = entry.isDirectory()
        ? 'Nothing in this folder is published.'
        : 'This file is not published.';
      return { file, wrong, right: entry.isDirectory() ? moveArticles : adviceFor(file) };
    });
}

const KNOWN: ReadonlySet<string> = new Set(['articles', 'publication.yaml']);

function adviceFor(file: string): string {
  if (looksLikeArticle(file)) return moveArticles;
  if (DOCUMENT.test(file)) {
    return 'To publish it, import it: npm run import -- FILE. Otherwise move it out of content/.';
  }
  if (PICTURE.test(file)) {
    return 'Convert it to JPEG, PNG, WebP, AVIF or GIF to show it, or move it out of content/.';
  }
  if (isPictureName(file)) return 'Put it beside the article that shows it.';
  return 'Only articles and their pictures are: move it out of content/.';
}

const DOCUMENT = /\.(?:docx?|epub|html?|odt|pages|pdf|rtf|tex)$/i;
/** Pictures that no page can show. */
const PICTURE = /\.(?:arw|bmp|cr[23]|dng|eps|hei[cf]|jfif|jp2|jxl|nef|psd|svgz?|tiff?|xcf)$/i;
const moveArticles =
  'To publish articles, put them in content/articles/. Otherwise move it out of content/.';
