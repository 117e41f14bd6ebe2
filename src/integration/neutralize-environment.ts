/**
 * Frees the build from what the shell happens to say. Vite takes variables of these names for its
 * own constants (`import.meta.env.PROD`), whatever their values: with an empty `PROD` in the shell,
 * pages lost their Content Security Policy, with a `BASE_URL`, pictures lost their addresses.
 * @param environment the variables of this process; changed
 */
export function neutralizeEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const name of CONSTANTS_OF_VITE) Reflect.deleteProperty(environment, name);
  environment.NODE_ENV = 'production';
}

/** https://docs.astro.build/en/guides/environment-variables/#default-environment-variables */
const CONSTANTS_OF_VITE = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];
