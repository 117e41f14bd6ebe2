import { join } from 'node:path';
import { expect, test } from 'vitest';
import { paint } from '../paint.ts';
import { scratchProject } from '../scratch-project.ts';
import { serveFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';

test('search results show pictures without loading the articles', async () => {
  const project = await scratchProject();
  for (const [slug, type] of [
    ['порт', 'png'],
    ['still', 'gif'],
  ] as const) {
    const folder = `content/articles/${slug}`;
    const image = `image: { file: ./a.${type}, alt: A quay }`;
    await project.write(
      `${folder}/index.md`,
      `---\nheadline: Quay ${slug}\n${image}\n---\nWords.\n`,
    );
    await project.write(`${folder}/a.${type}`, await paint(type, 60, 40));
  }
  const { exitCode, stderr } = await project.build();
  expect(exitCode, stderr).toBe(0);
  const host = await serveFolder(join(project.folder, 'dist'), '/some/path/');
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${host.url}search.html?q=quay`);
  const pictures = page.locator('#results img');
  await expect.poll(() => pictures.count()).toBe(2);
  await expect
    .poll(() =>
      pictures.evaluateAll((images) =>
        images.map((image) => (image as HTMLImageElement).naturalWidth),
      ),
    )
    .toEqual([60, 60]);
  expect(host.requests.filter((path) => path.includes('/articles/'))).toEqual([]);
  await browser.close();
  await host.close();
  await project.remove();
});
