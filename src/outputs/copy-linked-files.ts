import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileOf, linkedFilePath } from '../content/linked-files.ts';
import type { ReadArticle } from '../content/read-article-files.ts';

/**
 * Copies the files that articles link to.
 * @param folder the built site
 */
export function copyLinkedFiles(
  folder: string,
  articles: readonly Pick<ReadArticle, 'file' | 'files'>[],
): void {
  for (const { file: article, files } of articles) {
    for (const { path } of files) {
      const target = join(folder, linkedFilePath(article, path));
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(fileOf(article, path), target);
      // The original may be readable for its owner only.
      chmodSync(target, 0o644);
    }
  }
}
