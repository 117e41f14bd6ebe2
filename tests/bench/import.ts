import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measureProcess } from './measure-process.ts';
import { paintPhotograph } from './paint-photograph.ts';
import { sampleDocx } from './sample-docx.ts';
import { samplePage } from './sample-page.ts';
import { sampleText } from './sample-text.ts';
import { sampleWxr } from './sample-wxr.ts';

/*
 * Measures how many articles the import makes a second, the processor time for each, and the peak
 * memory: whole processes, with their start and the writing of files.
 */

const photograph = await paintPhotograph(800, 600, 1);
const numbered = (
  count: number,
  extension: string,
  make: (number: number) => string | Uint8Array,
): Case['files'] =>
  function* () {
    for (let number = 0; number < count; number++) {
      yield [`${String(number).padStart(5, '0')}.${extension}`, make(number)];
    }
  };

interface Case {
  readonly name: string;
  readonly articles: number;
  /** Articles a second, on two cores. */
  readonly aim: number;
  /** Names and contents. */
  readonly files: () => Iterable<readonly [string, string | Uint8Array | Iterable<string>]>;
  readonly options?: readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'texts', articles: 1000, aim: 1000, files: numbered(1000, 'txt', sampleText) },
  { name: 'texts', articles: 10_000, aim: 1000, files: numbered(10_000, 'txt', sampleText) },
  {
    name: '.docx',
    articles: 600,
    aim: 150,
    files: numbered(600, 'docx', (number) => sampleDocx(number, photograph)),
  },
  {
    name: 'saved pages',
    articles: 300,
    aim: 50,
    files: numbered(300, 'html', samplePage),
    options: ['--accept-omissions'],
  },
  {
    name: 'posts of one WXR file',
    articles: 10_000,
    aim: 10_000 / 60,
    files: () => [['export.xml', sampleWxr(10_000)]],
  },
];

console.log(`  ${availableParallelism()} cores`);
for (const { name, articles, aim, files, options = [] } of CASES) {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
  try {
    await mkdir(join(folder, 'input'));
    for (const [file, content] of files()) await writeFile(join(folder, 'input', file), content);
    const command = resolve(import.meta.dirname, '../../src/cli/import.ts');
    const { seconds, processorSeconds, peakMemory } = await measureProcess(
      [process.execPath, '--max-semi-space-size=8', command, 'input', ...options],
      folder,
    );
    console.log(
      [
        `  ${articles.toLocaleString('en')} ${name}:`,
        `${seconds.toFixed(1)} s,`,
        `${Math.round(articles / seconds).toLocaleString('en')} a second (aim: ${Math.round(aim).toLocaleString('en')}),`,
        `${((processorSeconds / articles) * 1000).toFixed(1)} ms of processor time each,`,
        `peak memory ${Math.round(peakMemory / 1e6)} MB`,
      ].join(' '),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
