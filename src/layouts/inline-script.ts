import { buildSync } from 'esbuild';

const bundles = new Map<string, string>();

/**
 * A script of `src/scripts/` as it stands in a page: one text without imports, minified.
 * @param name the file's, without its ending
 * @param constants what the script takes as known, by name: values that JSON can hold
 */
export function inlineScript(
  name: string,
  constants: Readonly<Record<string, unknown>> = {},
): string {
  const key = JSON.stringify([name, constants]);
  const known = bundles.get(key);
  if (known !== undefined) return known;
  const { outputFiles } = buildSync({
    entryPoints: [`src/scripts/${name}.ts`],
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    format: 'iife',
    charset: 'utf8',
    define: Object.fromEntries(
      Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
  });
  const text = outputFiles.map((file) => file.text.trim()).join('');
  bundles.set(key, text);
  return text;
}
