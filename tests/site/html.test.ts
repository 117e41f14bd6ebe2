import { globSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import { htmlErrors } from './html-errors.ts';

describe.each(['providedSite', 'fixtureSite', 'newsroomSite'] as const)('%s', (name) => {
  const folder = inject(name);
  const pages = globSync('**/*.html', { cwd: folder });

  test('has a front page', () => {
    expect(pages).toContain('index.html');
  });

  test.each(pages)('%s is valid HTML', async (page) => {
    expect(await htmlErrors(`${folder}/${page}`)).toEqual([]);
  });
});
