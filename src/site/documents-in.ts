import { readdirSync } from 'node:fs';
import { getCollection, type CollectionEntry } from 'astro:content';
import type { DocumentFolder } from '../article/documents.ts';

/** Returns the texts of a folder. Without any, does not ask Astro, which would log a warning. */
export async function documentsIn<Folder extends DocumentFolder>(
  folder: Folder,
): Promise<CollectionEntry<Folder>[]> {
  return hasTexts(`content/${folder}`) ? getCollection(folder) : [];
}

function hasTexts(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.md'));
  } catch {
    return false;
  }
}
