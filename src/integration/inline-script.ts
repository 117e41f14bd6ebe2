import { build, type Plugin } from 'vite';

const SUFFIX = '?inline-script';

/**
 * A Vite plugin: `import text from './reader.ts?inline-script'` gives the text of a module and all
 * that it imports as one minified classic script, to be set inside `<script>` and hashed as it is.
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
 * Bundles a module with all that it imports into one minified classic script.
 * @param entry the module's file
 * @throws Error if the script could not stand inside `<script>`
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
  if (chunk === undefined) throw new Error(`Nothing was built of ${entry}.`);
  const code = chunk.code.trim();
  // It would end the element that the script stands in.
  if (/<\/script|<!--/i.test(code)) throw new Error(`The script ${entry} contains a tag.`);
  return { code, modules: chunk.moduleIds };
}
