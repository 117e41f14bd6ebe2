import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Astro writes `<!DOCTYPE html>`, which is valid, too.
    'doctype-style': 'off',
    // Inline CSS is allowed by its hash instead of a nonce.
    'require-csp-nonce': 'off',
  },
});

/** Returns the errors in an HTML file, with their lines and columns. */
export async function htmlErrors(file: string): Promise<string[]> {
  const { results } = await validator.validateString(readFileSync(file, 'utf8'));
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`),
  );
}
