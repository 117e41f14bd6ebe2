import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { isListed, isPublished } from './article/is-published.ts';
import type { ReadArticle } from './content/read-article-files.ts';
import { assertLinkedPagesExist } from './integration/assert-linked-pages-exist.ts';
import { assertOwnPublicFiles } from './integration/assert-own-public-files.ts';
import { assertPagesMatchArticles } from './integration/assert-pages-match-articles.ts';
import { originalsCleaner } from './integration/clean-originals.ts';
import { deleteTemporaryFiles } from './integration/delete-temporary-files.ts';
import { onEncoding } from './integration/encoded-pictures.ts';
import { runHook, type LoadedArticles } from './integration/hooks.ts';
import { inlineScript } from './integration/inline-script.ts';
import { missingPictures } from './integration/missing-pictures.ts';
import { neutralizeEnvironment } from './integration/neutralize-environment.ts';
import { pageReloader } from './integration/page-reloader.ts';
import { problemOverlay } from './integration/problem-overlay.ts';
import { renameFolderPages } from './integration/rename-folder-pages.ts';
import { linkedFilesServer } from './integration/serve-linked-files.ts';
import { copyLinkedFiles } from './outputs/copy-linked-files.ts';
import { addSearchIndex, indexArticles } from './outputs/search-index/index-articles.ts';
import type { SearchPart } from './outputs/search-index/search-index.ts';
import { drawSocialCards } from './outputs/social-cards/draw-social-cards.ts';
import { socialCards } from './outputs/social-cards/social-cards.ts';
import { writeThumbnails } from './outputs/search-index/write-thumbnails.ts';
import { stampServiceWorker } from './outputs/stamp-service-worker.ts';
import { writeMarkdownCopies } from './outputs/write-markdown-copies.ts';
import { writeRedirects } from './outputs/write-redirects.ts';
import { readPublication } from './publication.ts';

type BuildDone = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:done']>>[0];

interface Build {
  readonly loaded: LoadedArticles;
  readonly index: Promise<SearchPart[]>;
}

/**
 * The Astro integration: sets Astro's options, and adds all outputs of a build that are not pages.
 *
 *     export default defineConfig({ integrations: [offprint()] });
 */
export default function offprint(): AstroIntegration {
  // Astro sends usage data unless this is set.
  process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
  const { plugin: recordOriginals, clean: cleanOriginals } = originalsCleaner();
  const reloader = pageReloader();
  const overlay = problemOverlay(reloader.reload);
  const linkedFiles = linkedFilesServer();
  let building = false;
  let config: AstroConfig;
  let build: Build | undefined;

  /** Adds all outputs that are not pages to the built site. */
  async function finish({ dir, assets }: Pick<BuildDone, 'dir' | 'assets'>): Promise<void> {
    if (!build) throw new Error('The articles were not loaded: is src/content.config.ts there?');
    const publication = readPublication();
    const { loaded, index } = build;
    const published = publishedOf(loaded);
    const cards = await socialCards(publication, listedOf(loaded));
    const folder = fileURLToPath(dir);
    assertOwnPublicFiles(config.publicDir, dir, { routes: assets, articles: published, cards });
    await cleanOriginals(folder);
    deleteTemporaryFiles(fileURLToPath(config.publicDir), folder);
    assertPagesMatchArticles(folder, loaded.articles, loaded.now, loaded.content.pages);
    await stampServiceWorker(folder);
    writeMarkdownCopies(folder, published, publication.language);
    copyLinkedFiles(folder, published);
    renameFolderPages(folder, published);
    writeRedirects(folder, published);
    assertLinkedPagesExist(folder, [...published, ...documentsOf(loaded)]);
    await drawSocialCards(folder, cards, (done, total) => {
      runHook(config, 'offprint:progress', { step: 'drawing', done, total });
    });
    await writeThumbnails(folder, listedOf(loaded));
    addSearchIndex(folder, await index);
  }

  return {
    name: 'offprint',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, injectScript }) => {
        building = command === 'build';
        if (building) neutralizeEnvironment(process.env);
        if (command === 'dev')
          injectScript('page', `import '/src/client/dev/tell-request-time.ts';`);
        updateConfig({
          // Links between pages name files, such as `articles/<slug>.html`.
          // Rendering one page while others are written takes a tenth off 10,000 articles.
          build: { format: 'file', assets: 'assets', concurrency: 4 },
          // Relative, because it is part of the names of pictures.
          image: { service: { entrypoint: './src/integration/image-service.ts' } },
          devToolbar: { enabled: false },
          vite: {
            // Node loads the 160 modules of the collections half a second sooner than Vite.
            environments: { astro: { resolve: { external: ['offprint/collections'] } } },
            plugins: [
              inlineScript(),
              reloader.plugin,
              missingPictures(),
              overlay.plugin,
              linkedFiles.plugin,
              recordOriginals,
            ],
            // Contains thousands of files that nobody edits.
            server: { watch: { ignored: ['**/.astro/cache/**'] } },
          },
        });
      },
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:start': () => {
        onEncoding((done, total) => {
          runHook(config, 'offprint:progress', { step: 'encoding', done, total });
        });
      },
      'offprint:articles:loaded': (loaded) => {
        overlay.show(loaded.problems);
        linkedFiles.serve(loaded);
        if (!building || loaded.problems.length > 0) return;
        const { pages } = loaded.content;
        const index = indexArticles(listedOf(loaded), pages, readPublication().language);
        // Prevents an unhandled rejection; errors surface at the `await` below.
        index.catch(() => undefined);
        build = { loaded, index };
      },
      'astro:build:done': async (done) => {
        try {
          await finish(done);
        } catch (error) {
          if (!runHook(config, 'offprint:build:failed', { error })) throw error;
        }
      },
    },
  };
}

function documentsOf({ content }: LoadedArticles) {
  return [...content.pages, ...content.authors, ...content.topics];
}

function publishedOf({ articles, now }: LoadedArticles): ReadArticle[] {
  return articles.filter(({ schedule }) => isPublished(schedule, now));
}

/** Those that have not expired. */
function listedOf({ articles, now }: LoadedArticles): ReadArticle[] {
  return articles.filter(({ schedule }) => isListed(schedule, now));
}
