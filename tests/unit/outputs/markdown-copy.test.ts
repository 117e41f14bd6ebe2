import { expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render.ts';
import { markdownCopy } from '../../../src/outputs/markdown-copy.ts';
import { temporaryFolder } from '../content/temporary-folder.ts';

async function copyOf(body: string): Promise<string> {
  const folder = await temporaryFolder({ 'slug/index.md': `---\nheadline: A\n---\n${body}` });
  const { addresses } = renderBody(body, 'en', 'slug');
  const file = `${folder}/slug/index.md`;
  const source = { file, article: { headline: 'A' }, language: 'en', addresses };
  const pictures = new Map([['./my photo.jpg', '../assets/photo.1.jpg']]);
  return markdownCopy(source, { body: pictures }).replace(/^---\n.*?\n---\n/s, '');
}

test.each([
  ['![a](<my photo.jpg>)', '![a](<../assets/photo.1.jpg>)'],
  ['![a](./my%20photo.jpg "B")', '![a](../assets/photo.1.jpg "B")'],
  ['![a][b]\n\n[b]: my%20photo.jpg', '![a][b]\n\n[b]: ../assets/photo.1.jpg'],
  ['[a](report.pdf)', '[a](slug/report.pdf)'],
  ['[a][b]\n\n[b]: report.pdf#page=2', '[a][b]\n\n[b]: slug/report.pdf#page=2'],
  ['[a](/archive.html) [b](../topics/c.html)', '[a](../archive.html) [b](../topics/c.html)'],
  ['[a](../other/index.md#b) [c](d.html)', '[a](other.md#b) [c](d.html)'],
  ['[a](b.pdf) <!-- c --> [d](e.pdf) `<!--`', '[a](slug/b.pdf)  [d](slug/e.pdf) `<!--`'],
  ['[a](https://a.org/b.pdf) [c](#d)', '[a](https://a.org/b.pdf) [c](#d)'],
])('addresses in a copy lead to files of the site: %j', async (body, copy) => {
  expect(await copyOf(body)).toBe(copy);
});
