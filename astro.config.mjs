import { defineConfig } from 'astro/config';
import offprint from './src/integration.ts';

export default defineConfig({
  integrations: [offprint()],
  // Beside the caches of Offprint, so that everything that can be made again is in one folder.
  cacheDir: './.astro/cache/astro',
});
