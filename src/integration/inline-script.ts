import { build } from 'rolldown';
import type { Plugin } from 'vite';

const SUFFIX = '?inline-script';

/**
 * A Vite plugin. `import script from './reader.ts?inline-script'` imports a module, bundled with its
 * imports, as the text of a minified classic script for an inline `<script>`.
 */
export function inlineScript(): Plugin {
  return {
    name: 'inline-script',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return undefined;
      const { code, modules } = await bundleScript(id.slice(0, -SUFFIX.length));
      for (const module of modules) this.addWatchFile(module);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}

/**
 * Bundles a module and its imports into one minified classic script.
 * @param entry the file of the module
 * @throws Error if the script contains text that is not allowed in a `<script>`
 */
export async function bundleScript(
  entry: string,
): Promise<{ code: string; modules: readonly string[] }> {
  // Not with Vite, which would spend ten times as long on reading its settings for each script.
  const { output } = await build({
    input: entry,
    write: false,
    transform: { target: [...BROWSERS] },
    output: { format: 'iife', name: 'script', minify: true, topLevelVar: true, comments: false },
  });
  const [chunk] = output;
  const code = chunk.code.trim();
  // `</script` would close the element, and `<!--` can change where it ends.
  if (/<\/script|<!--/i.test(code)) throw new Error(`The script ${entry} contains a tag.`);
  return { code, modules: chunk.moduleIds };
}

/** Those of Vite's target `baseline-widely-available`. */
const BROWSERS = ['chrome111', 'edge111', 'firefox114', 'safari16.4', 'ios16.4'] as const;
