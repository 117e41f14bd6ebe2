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
 * Measures builds, and compares them with Eleventy and Hugo building the same articles: with a minimal
 * layout, and with a search index, topics and feeds. `ARTICLES=1000 npm run bench -- build` is faster.
 */

const { ARTICLES = '10000' } = process.env;
const COUNT = Number(ARTICLES);

/** The builds that are measured for each generator, in this order. */
const BUILDS = ['cold', 'one edit', 'no change'] as const;
type Measurements = Record<(typeof BUILDS)[number], Measurement>;

const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
const drawnCards = join(folder, 'cards');
/**
 * Deleted only at the end. For minutes after thousands of files were deleted, creating files takes half
 * as long again on some file systems (ext4).
 */
const projects: ScratchProject[] = [];
try {
  await compareBuilds();
  await measureDevelopmentServer();
  // Last, because builds of fewer articles delete the social card images of the others.
  await measureGrowth();
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
    if ('reason' in peer) console.log(`${peer.name}: ${peer.reason}.`);
    else await measureBuilds(lists ? withPagefind(peer) : peer);
  }
  console.log('');
  printVerdict(
    'cold, relative to Eleventy + Pagefind',
    ours.cold.seconds / searchable.cold.seconds,
    1.5,
  );
  printVerdict('one edit, in seconds', ours['one edit'].seconds, 10);
  const peak = Math.max(...BUILDS.map((build) => ours[build].peakMemory)) / 1e9;
  printVerdict('peak memory, in GB', peak, 1.2);
}

/** Sets up Offprint with generated articles, and with a `url`, so that it makes all outputs. */
async function offprint(count: number): Promise<Peer> {
  // A social card image is drawn only once for each article, so even cold builds get them from the
  // cache. The first project is the largest, and its articles include those of the others.
  if (!existsSync(drawnCards)) {
    console.log('Drawing social card images (not measured) …');
    const project = await createProject(count);
    await project.build();
    await rename(cardsOf(project), drawnCards);
  }
  const project = await createProject(count);
  const cards = cardsOf(project);
  await mkdir(dirname(cards), { recursive: true });
  await rename(drawnCards, cards);
  return {
    name: 'Offprint',
    folder: project.folder,
    command: ['npm', 'run', '--silent', 'build'],
    article: (slug) => `content/articles/${slug}.md`,
    site: 'dist',
    release: () => rename(cards, drawnCards),
  };
}

async function createProject(count: number): Promise<ScratchProject> {
  const project = await scratchProject();
  projects.push(project);
  await project.write(
    'content/publication.yaml',
    'name: Bench\nlanguage: en\ndescription: Made up.\nurl: https://example.org/\n',
  );
  await writeCorpus(join(project.folder, 'content/articles'), count, offprintFrontMatter);
  return project;
}

function cardsOf({ folder }: ScratchProject): string {
  return join(folder, '.astro/cache/social');
}

async function measureBuilds(peer: Peer): Promise<Measurements> {
  const { name, folder, command, article, release } = peer;
  const cold = await measureProcess(command, folder);
  await appendFile(join(folder, article('article-00000')), '\nOne more line.\n');
  const edited = await measureProcess(command, folder);
  const unchanged = await measureProcess(command, folder);
  await release?.();
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

/** Measures how the build time grows with the number of articles. Linear growth has the exponent 1. */
async function measureGrowth(): Promise<void> {
  console.log(`\n${row('articles', 'cold', 'minus one article')}`);
  const sizes = [10_000, 1000, 100, 1].filter((size) => size <= COUNT);
  const times: number[] = [];
  for (const size of sizes) {
    const { folder, command, release } = await offprint(size);
    const { seconds } = await measureProcess(command, folder);
    await release?.();
    times.push(seconds);
  }
  const base = times.at(-1) ?? 0;
  for (const [index, seconds] of times.entries()) {
    const articles = (sizes[index] ?? 0).toLocaleString('en');
    console.log(row(articles, `${seconds.toFixed(2)} s`, `${(seconds - base).toFixed(2)} s`));
  }
  const [more = 0, less = 0] = times.map((time) => time - base);
  if (sizes.length < 3) return;
  console.log(
    `growth exponent from ${sizes[1]} to ${sizes[0]} articles: ${Math.log10(more / less).toFixed(2)}`,
  );
}

async function measureDevelopmentServer(): Promise<void> {
  const { folder, command, article, release } = await offprint(COUNT);
  // Most publishers have built the site before.
  await measureProcess(command, folder);
  const { start, edit } = await measureDevelopment(folder, article('article-00000'));
  await release?.();
  console.log('');
  printVerdict('dev: start, in seconds', start, 3);
  printVerdict('dev: edit, in seconds', edit, 0.3);
}

function printVerdict(name: string, value: number, max: number): void {
  const verdict = value <= max ? 'met' : 'NOT MET';
  console.log(`${name}: ${value.toFixed(2)} (at most ${max.toFixed(1)}: ${verdict})`);
}

function row(...cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(42) : cell.padStart(18))).join('');
}
