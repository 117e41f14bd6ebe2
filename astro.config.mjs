import { defineConfig } from 'astro/config';
import { inlineScript } from './src/integration/inline-script.ts';
import { reloadEditedArticles } from './src/integration/reload-edited-articles.ts';
import { PUBLICATION_FILE } from './src/publication.ts';

export default defineConfig({
  // One file an address, so that links between pages can name files: dist/articles/<slug>.html
  build: { format: 'file', assets: 'assets' },
  // Everything that can be made anew is in one folder.
  cacheDir: './.astro/cache',
  vite: {
    plugins: [inlineScript(), reloadEditedArticles()],
    // What builds keep is thousands of files, which nothing waits for.
    server: { watch: { ignored: ['**/.astro/cache/**'] } },
  },
  devToolbar: { enabled: false },
  integrations: [
    {
      name: 'restart-on-publication-change',
      hooks: {
        'astro:config:setup': ({ addWatchFile, config }) => {
          addWatchFile(new URL(PUBLICATION_FILE, config.root));
        },
      },
    },
  ],
});
