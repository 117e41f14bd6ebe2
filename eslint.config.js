import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import regexp from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist', '.astro', '.dist-*'] },
  eslint.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { URL: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers read well in a template; objects do not, and stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Astro documents its namespace for hooks of our own (see `integration/hooks.ts`).
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      // Vitest and Astro take async functions where they say void, and wait for them.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  astro.configs['flat/recommended'],
  astro.configs['flat/jsx-a11y-strict'],
  {
    rules: {
      // Control characters are what several of our expressions look for.
      'no-control-regex': 'off',
      eqeqeq: 'error',
      // Only in popovers, where it says where the focus goes when they open; none opens by itself.
      'astro/jsx-a11y/no-autofocus': 'off',
    },
  },
);
