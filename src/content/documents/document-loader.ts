import type { Loader, LoaderContext } from 'astro/loaders';
import type { DocumentFolder } from '../../article/documents.ts';
import { ProblemsError } from '../../article/problem.ts';
import { openCache } from '../../cache/cache.ts';
import { parserVersion } from '../../cache/software-version.ts';
import { readPublication } from '../../publication.ts';
import { toDocumentEntry } from './document-entry.ts';
import { readDocuments } from './read-documents.ts';

/**
 * Loads a folder of texts that are not articles into Astro's content store. Does not report
 * problems: the articles' loader does, for all of `content/` together.
 */
export function documentLoader(folder: DocumentFolder): Loader {
  return {
    name: folder,
    load: async (context) => {
      await load(folder, context);
      context.watcher?.on('all', (_event, path) => {
        if (path.replaceAll('\\', '/').includes(`/content/${folder}/`)) void load(folder, context);
      });
    },
  };
}

async function load(folder: DocumentFolder, context: LoaderContext): Promise<void> {
  const { store } = context;
  const cache = openCache();
  try {
    const { language: publicationLanguage } = readPublication();
    const options = { publicationLanguage, cache, version: parserVersion() };
    const { documents } = await readDocuments(folder, options);
    const slugs = new Set(documents.map(({ slug }) => slug));
    for (const slug of store.keys()) if (!slugs.has(slug)) store.delete(slug);
    for (const document of documents) {
      const entry = toDocumentEntry(document);
      if (store.get(entry.id)?.digest === entry.digest) continue;
      store.set({ ...entry, data: await context.parseData(entry) });
    }
  } catch (error) {
    // The articles' loader reports a faulty publication.yaml.
    if (!(error instanceof ProblemsError)) throw error;
  } finally {
    cache.close();
  }
}
