import { build, type Plugin } from 'vite';

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
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'script' } },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`Vite built nothing from ${entry}.`);
  const code = chunk.code.trim();
  // `</script` would close the element, and `<!--` can change where it ends.
  if (/<\/script|<!--/i.test(code)) throw new Error(`The script ${entry} contains a tag.`);
  return { code, modules: chunk.moduleIds };
}
