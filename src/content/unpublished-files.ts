import { readdir } from 'node:fs/promises';
import { isPictureName } from '../article/picture-path.ts';
import type { Problem } from '../article/problem.ts';

/**
 * Whether a name is that of a hidden file (`.DS_Store`, `.#a.md`), or of a backup, swap or
 * temporary file that an editor, an office program or an operating system creates.
 */
export function isTemporaryFile(name: string): boolean {
  return TEMPORARY_FILE.test(name);
}

const TEMPORARY_FILE =
  /^\.|~$|^~\$|^#.*#$|\.(?:bak|orig|rej|sw[op]|tmp)$|^(?:thumbs\.db|desktop\.ini|icon\r)$/i;

/** Whether a file has an extension of Markdown or plain text. */
export function looksLikeArticle(name: string): boolean {
  return /\.(?:md|markdown|mdown|mdx|mkd|txt)$/i.test(name);
}

/**
 * Returns a warning about a file in the articles' folder that is not an article, unless it is a
 * picture.
 */
export function unpublishedFileWarning(file: string): Problem | undefined {
  if (isPictureName(file)) return undefined;
  return { file, wrong: 'This file is not published.', right: adviceFor(file) };
}

/** Returns warnings about files and folders in the content folder that are not published. */
export async function contentFolderWarnings(folder: string): Promise<Problem[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(({ name }) => !isTemporaryFile(name) && !PUBLISHED_NAMES.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const file = `${folder}/${entry.name}`;
      return entry.isDirectory()
        ? { file, wrong: 'Nothing in this folder is published.', right: MOVE_ARTICLES }
        : { file, wrong: 'This file is not published.', right: adviceFor(file) };
    });
}

const PUBLISHED_NAMES: ReadonlySet<string> = new Set([
  ...['articles', 'pages', 'authors', 'topics', 'publication.yaml'],
]);

function adviceFor(file: string): string {
  if (looksLikeArticle(file)) return MOVE_ARTICLES;
  if (DOCUMENT.test(file)) {
    return 'To publish it, run: npm run import -- FILE. Otherwise, move it out of content/.';
  }
  if (UNSUPPORTED_PICTURE.test(file)) {
    return 'Convert it to JPEG, PNG, WebP, AVIF or GIF to show it, or move it out of content/.';
  }
  if (isPictureName(file)) return 'Move it to the folder of the article that shows it.';
  return 'Only articles and their pictures are published. Move it out of content/.';
}

const DOCUMENT = /\.(?:docx?|epub|html?|odt|pages|pdf|rtf|tex)$/i;
const UNSUPPORTED_PICTURE =
  /\.(?:arw|bmp|cr[23]|dng|eps|hei[cf]|jfif|jp2|jxl|nef|psd|svgz?|tiff?|xcf)$/i;
const MOVE_ARTICLES =
  'To publish articles, move them to content/articles/. Otherwise, move this out of content/.';
