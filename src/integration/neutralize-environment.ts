/**
 * Deletes environment variables that would override Vite's constants, such as `import.meta.env.PROD`.
 * With an empty `PROD` in the shell, pages had no Content Security Policy. With a `BASE_URL`, the URLs
 * of pictures were wrong.
 * @param environment `process.env`, which is modified
 */
export function neutralizeEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const name of VITE_CONSTANTS) Reflect.deleteProperty(environment, name);
  environment.NODE_ENV = 'production';
}

/** https://docs.astro.build/en/guides/environment-variables/#default-environment-variables */
const VITE_CONSTANTS = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];
