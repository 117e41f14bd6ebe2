import { globSync, readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Astro writes `<!DOCTYPE html>`, remark-rehype void elements without a slash: as HTML has it.
    'doctype-style': 'off',
    // A style sheet in the page is what makes it one request; the policy knows it by its hash.
    'require-csp-nonce': 'off',
  },
});

describe.each(['providedSite', 'fixtureSite'] as const)('%s', (name) => {
  const folder = inject(name);
  const pages = globSync('**/*.html', { cwd: folder });

  test('has pages', () => {
    expect(pages).toContain('index.html');
  });

  test.each(pages)('%s is valid HTML', async (page) => {
    const report = await validator.validateString(readFileSync(`${folder}/${page}`, 'utf8'));
    const messages = report.results.flatMap((result) =>
      result.messages.map(
        ({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`,
      ),
    );
    expect(messages).toEqual([]);
  });
});
