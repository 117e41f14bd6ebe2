import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';
import { offprintFrontMatter, writeCorpus } from './article-corpus.ts';
import { measureDevelopment } from './measure-development.ts';
import { measureProcess, type Measurement } from './measure-process.ts';
import { eleventy, hugo, withPagefind, type Peer } from './peers.ts';

/*
 * How long builds take, beside Eleventy and Hugo building the same articles: with a bare layout, and
 * with what people would use for a search index, topics and feeds. Whole processes, on this machine.
 * `ARTICLES=1000 npm run bench -- build` is quicker.
 */

const { ARTICLES = '10000' } = process.env;
const COUNT = Number(ARTICLES);

/** What is measured of each generator, in this order. */
const BUILDS = ['cold', 'one edit', 'no change'] as const;
type Measured = Record<(typeof BUILDS)[number], Measurement>;

const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
const drawnPictures = join(folder, 'pictures');
/**
 * All that were made: none is removed before the end. For minutes after thousands of files have been
 * deleted, some file systems (ext4) take half as long again to make others, whoever makes them.
 */
const projects: ScratchProject[] = [];
try {
  await compareBuilds();
  await measureGrowth();
  await measureDevelopmentServer();
} finally {
  for (const project of projects) await project.remove();
  await rm(folder, { recursive: true, force: true });
}

async function compareBuilds(): Promise<void> {
  console.log(`${COUNT.toLocaleString('en')} articles of 450 words, whole process\n`);
  console.log(row('', ...BUILDS.flatMap((build) => [build, 'memory'])));
  const tools = join(folder, 'tools');
  const ours = await measureBuilds(await offprint(COUNT));
  await measureBuilds(await eleventy(join(folder, 'eleventy'), tools, COUNT));
  const searchable = await measureBuilds(
    withPagefind(await eleventy(join(folder, 'eleventy-pagefind'), tools, COUNT)),
  );
  for (const lists of [false, true]) {
    const peer = await hugo(join(folder, lists ? 'hugo-lists' : 'hugo'), COUNT, { lists });
    if ('absent' in peer) console.log(`${peer.name}: ${peer.absent}.`);
    else await measureBuilds(lists ? withPagefind(peer) : peer);
  }
  console.log('');
  judge('cold, to Eleventy + Pagefind', ours.cold.seconds / searchable.cold.seconds, 1.5);
  judge('one edit, in seconds', ours['one edit'].seconds, 10);
  const peak = Math.max(...BUILDS.map((build) => ours[build].peakMemory)) / 1e9;
  judge('peak memory, in GB', peak, 1.2);
}

/** This project with made-up articles, and all that it emits: the publication has an address. */
async function offprint(count: number): Promise<Peer> {
  // Pictures of cards are drawn once in an article's life: what is cold is all else. The first
  // project is the largest, and the articles of the others are among its own.
  if (!existsSync(drawnPictures)) {
    console.log('Drawing the pictures of cards, which is not measured …');
    const project = await publication(count);
    await project.build();
    await rename(picturesOf(project), drawnPictures);
  }
  const project = await publication(count);
  const pictures = picturesOf(project);
  await mkdir(dirname(pictures), { recursive: true });
  await rename(drawnPictures, pictures);
  return {
    name: 'Offprint',
    folder: project.folder,
    command: ['npm', 'run', '--silent', 'build'],
    article: (slug) => `content/articles/${slug}.md`,
    site: 'dist',
    done: () => rename(pictures, drawnPictures),
  };
}

async function publication(count: number): Promise<ScratchProject> {
  const project = await scratchProject();
  projects.push(project);
  await project.write(
    'content/publication.yaml',
    'name: Bench\nlanguage: en\ndescription: Made up.\nurl: https://example.org/\n',
  );
  await writeCorpus(join(project.folder, 'content/articles'), count, offprintFrontMatter);
  return project;
}

function picturesOf({ folder }: ScratchProject): string {
  return join(folder, '.astro/cache/social');
}

async function measureBuilds(peer: Peer): Promise<Measured> {
  const { name, folder, command, article, done } = peer;
  const cold = await measureProcess(command, folder);
  await appendFile(join(folder, article('article-00000')), '\nOne more line.\n');
  const edited = await measureProcess(command, folder);
  const unchanged = await measureProcess(command, folder);
  await done?.();
  const measured = { cold, 'one edit': edited, 'no change': unchanged };
  console.log(
    row(
      name,
      ...BUILDS.flatMap((build) => {
        const { seconds, peakMemory } = measured[build];
        return [`${seconds.toFixed(2)} s`, `${(peakMemory / 1e9).toFixed(2)} GB`];
      }),
    ),
  );
  return measured;
}

/** Whether twice the articles take twice the time: the exponent is 1 then, and 2 for four times. */
async function measureGrowth(): Promise<void> {
  console.log(`\n${row('articles', 'cold', 'above one article')}`);
  const sizes = [1, 100, 1000, 10_000].filter((size) => size <= COUNT);
  const times: number[] = [];
  for (const size of sizes) {
    const { folder, command, done } = await offprint(size);
    const { seconds } = await measureProcess(command, folder);
    await done?.();
    times.push(seconds);
    const above = seconds - (times[0] ?? 0);
    console.log(row(size.toLocaleString('en'), `${seconds.toFixed(2)} s`, `${above.toFixed(2)} s`));
  }
  const [base = 0] = times;
  const [less = 0, more = 0] = times.slice(-2).map((time) => time - base);
  if (sizes.length < 3) return;
  console.log(
    `exponent of the growth from ${sizes.at(-2)} to ${sizes.at(-1)} articles: ${Math.log10(more / less).toFixed(2)}`,
  );
}

async function measureDevelopmentServer(): Promise<void> {
  const { folder, command, article, done } = await offprint(COUNT);
  // As for a publisher who has built or developed before.
  await measureProcess(command, folder);
  const { started, shown } = await measureDevelopment(folder, article('article-00000'));
  await done?.();
  console.log('');
  judge('dev: started, in seconds', started, 3);
  judge('dev: an edit shown, in seconds', shown, 0.3);
}

function judge(what: string, figure: number, most: number): void {
  const verdict = figure <= most ? 'met' : 'NOT MET';
  console.log(`${what}: ${figure.toFixed(2)} (at most ${most.toFixed(1)}: ${verdict})`);
}

function row(...cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(42) : cell.padStart(18))).join('');
}
