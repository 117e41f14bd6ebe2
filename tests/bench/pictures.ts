import { globSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { scratchProject } from '../scratch-project.ts';
import { measureProcess } from './measure-process.ts';
import { paintPhotograph } from './paint-photograph.ts';

/*
 * How long the first build of a publication with pictures takes, beside the same without: whole
 * processes. The pictures are made up, and somewhat harder to encode than photographs.
 */

interface Picture {
  readonly width: number;
  readonly height: number;
}

const CASES: readonly { name: string; pictures: readonly Picture[] }[] = [
  { name: 'none', pictures: [] },
  {
    name: 'ten of 1,800 x 1,200 pixels',
    pictures: Array.from({ length: 10 }, () => ({ width: 1800, height: 1200 })),
  },
  { name: 'one of 6,000 x 4,000 pixels', pictures: [{ width: 6000, height: 4000 }] },
];

for (const { name, pictures } of CASES) {
  const project = await scratchProject();
  try {
    for (const [number, { width, height }] of pictures.entries()) {
      const folder = `content/articles/article-${number}`;
      await project.write(`${folder}/photo.jpg`, await paintPhotograph(width, height, number));
      await project.write(
        `${folder}/index.md`,
        `---\nheadline: Article ${number}\nimage: { file: ./photo.jpg, alt: A town }\n---\nWords.\n`,
      );
    }
    if (pictures.length === 0) {
      await project.write('content/articles/plain.md', '---\nheadline: Plain\n---\nWords.\n');
    }
    const { seconds, processorSeconds } = await measureProcess(
      ['npm', 'run', '--silent', 'build'],
      project.folder,
    );
    console.log(
      `  ${name}: ${seconds.toFixed(1)} s, ${processorSeconds.toFixed(1)} s of processor time`,
    );
    for (const [type, { files, bytes }] of sizesByType(join(project.folder, 'dist/assets'))) {
      console.log(`    ${type}: ${files} files, ${(bytes / 1000).toFixed(0)} kB`);
    }
  } finally {
    await project.remove();
  }
}

function sizesByType(folder: string): Map<string, { files: number; bytes: number }> {
  const sizes = new Map<string, { files: number; bytes: number }>();
  for (const file of globSync('*.{avif,webp,jpg,jpeg}', { cwd: folder })) {
    const type = extname(file).slice(1).replace('jpeg', 'jpg');
    const { files, bytes } = sizes.get(type) ?? { files: 0, bytes: 0 };
    sizes.set(type, { files: files + 1, bytes: bytes + statSync(join(folder, file)).size });
  }
  return sizes;
}
