import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { scratchProject } from '../scratch-project.ts';
import { launchBrowser } from './launch-browser.ts';

test('the dev server updates the open page after an edit, also after an invalid article', async () => {
  const project = await scratchProject();
  const article = 'content/articles/a.md';
  await project.write(article, '---\nheadline: A\n---\nThe first state.\n');
  const server = await project.start('dev');
  const browser = await launchBrowser();
  const page = await browser.newPage();

  await page.goto(`${server.url}articles/a.html`);
  await page.getByText('The first state.').waitFor();

  await project.write(article, '---\nheadline: A\n---\nThe second state.\n');
  await page.getByText('The second state.').waitFor();

  await project.write('content/articles/bad.md', '---\nheadlin: B\n---\nB.\n');
  await expect.poll(() => server.printed()).toContain('Did you mean "headline"?');
  await project.write(article, '---\nheadline: A\n---\nThe third state.\n');
  await page.getByText('The third state.').waitFor();

  await project.write(article, '---\nheadline: Another\n---\nThe third state.\n');
  await page.getByRole('heading', { name: 'Another' }).waitFor();
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Another' }).waitFor();

  await browser.close();
  await server.stop();
  await project.remove();
});

test('npm start builds the site and serves it at the printed URL', async () => {
  const project = await scratchProject('content');
  const server = await project.start('start');
  expect(server.printed()).toContain('Built 1 article into dist/');
  const served = await fetch(server.url);
  expect(served.status).toBe(200);
  expect(await served.text()).toBe(await readFile(`${project.folder}/dist/index.html`, 'utf8'));
  await server.stop();
  await project.remove();
});
