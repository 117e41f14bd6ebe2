import { spawn, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, globSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  COMPILE_CACHE,
  runCommand,
  scratchProject,
  type ScratchProject,
} from '../scratch-project.ts';
import { noteTried } from '../tried.ts';
import { digestsIn } from './files-in.ts';

let project: ScratchProject;

/** The fingerprints of the complete sites for the two versions of the article. */
const complete = { first: '', second: '' };
type Version = keyof typeof complete;

beforeAll(async () => {
  project = await scratchProject();
  await project.write('content/articles/other.md', '---\nheadline: Other\n---\nAnother article.\n');
  for (const version of ['first', 'second'] as const) {
    await writeArticle(version);
    const { code, printed } = await startBuild().ended;
    expect(code, printed).toBe(0);
    complete[version] = fingerprint('dist');
  }
  expect(complete.first).not.toBe(complete.second);
}, 600_000);

afterAll(() => project.remove());

async function writeArticle(version: Version): Promise<void> {
  await project.write(
    'content/articles/changing.md',
    `---\nheadline: ${version}\n---\nThe ${version} version.\n`,
  );
}

/** Returns a string that is the same for two sites only if all their files are. */
function fingerprint(site: string): string {
  const digests = digestsIn(join(project.folder, site));
  return `${Object.keys(digests).length} files, ${hash('sha256', JSON.stringify(digests))}`;
}

/**
 * Starts a build in its own process group.
 * @param setup shell commands to run before
 */
function startBuild(setup = '') {
  const command = `${setup} exec node --env-file-if-exists=.env src/cli/build.ts`;
  const env = {
    ...process.env,
    NODE_ENV: undefined,
    VITEST: undefined,
    NODE_COMPILE_CACHE: COMPILE_CACHE,
  };
  const child = spawn('bash', ['-c', command], { cwd: project.folder, env, detached: true });
  let printed = '';
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  child.stderr.on('data', (data: Buffer) => (printed += data.toString()));
  const ended = new Promise<{ code: number | null; printed: string }>((done) => {
    child.on('close', (code) => {
      done({ code, printed });
    });
  });
  return { child, ended };
}

/** Returns the temporary folders that builds create next to `dist/`. */
function temporaryFolders(): string[] {
  return globSync('.dist-*/', { cwd: project.folder });
}

function hasTemporaryFile(pattern: string): boolean {
  return globSync(`.dist-*/${pattern}`, { cwd: project.folder }).length > 0;
}

function inodeOfSite(): number | undefined {
  return statSync(join(project.folder, 'dist'), { throwIfNoEntry: false })?.ino;
}

interface KillPoint {
  readonly name: string;
  /** @param site the inode of the site before the build */
  readonly isReached: (site: number | undefined) => boolean;
  /** How long to wait after the point is reached. */
  readonly delayMs: number;
}

/** When to kill a build: at least once in each phase. */
const KILL_POINTS: readonly KillPoint[] = [
  { name: 'after the start', isReached: () => true, delayMs: 400 },
  { name: 'its folder exists', isReached: () => temporaryFolders().length > 0, delayMs: 0 },
  { name: 'while rendering', isReached: () => temporaryFolders().length > 0, delayMs: 700 },
  { name: 'a page exists', isReached: () => hasTemporaryFile('**/*.html'), delayMs: 0 },
  { name: 'pages exist', isReached: () => hasTemporaryFile('**/*.html'), delayMs: 150 },
  {
    name: 'the search index exists',
    isReached: () => hasTemporaryFile('**/pagefind*'),
    delayMs: 50,
  },
  { name: 'the sites are swapped', isReached: (site) => inodeOfSite() !== site, delayMs: 0 },
];

test('a killed build leaves the last site or the new one, complete', async () => {
  let kills = 0;
  for (const { name, isReached, delayMs } of KILL_POINTS) {
    await writeArticle(fingerprint('dist') === complete.first ? 'second' : 'first');
    const site = inodeOfSite();
    const { child, ended } = startBuild();
    while (!isReached(site) && child.exitCode === null) await setTimeout(1);
    await setTimeout(delayMs);
    if (child.pid !== undefined && child.exitCode === null) {
      process.kill(-child.pid, 'SIGKILL');
      kills++;
    }
    await ended;
    // Killed between two renames: the site has another name until the next build restores it.
    if (!existsSync(join(project.folder, 'dist'))) {
      const [renamed = ''] = temporaryFolders();
      expect(Object.values(complete), name).toContain(fingerprint(renamed));
      expect((await startBuild().ended).code).toBe(0);
    }
    expect(Object.values(complete), name).toContain(fingerprint('dist'));
  }
  await writeArticle('first');
  const { code, printed } = await startBuild().ended;
  expect(code, printed).toBe(0);
  expect(fingerprint('dist')).toBe(complete.first);
  expect(temporaryFolders()).toEqual([]);
  // On a fast machine, builds may end before the last points are seen.
  expect(kills).toBeGreaterThanOrEqual(KILL_POINTS.length - 2);
  noteTried({ faults: kills });
}, 600_000);

test('a build that exceeds the file size limit keeps the last site and reports it', async () => {
  const huge = 'Many words. '.repeat(60_000);
  await project.write('content/articles/huge.md', `---\nheadline: Huge\n---\n${huge}\n`);
  // Limits files to 200 KiB.
  const { code, printed } = await startBuild(`trap '' XFSZ; ulimit -f 200;`).ended;
  noteTried({ faults: 1 });
  expect(code, printed).toBe(1);
  expect(printed).toContain('dist/ is as it was');
  expect(fingerprint('dist')).toBe(complete.first);
  await rm(join(project.folder, 'content/articles/huge.md'));
}, 600_000);

/**
 * Builds a copy of the project on a separate disk with `$1` KiB of free space, then copies the site to
 * `dist-left` in the folder `$2`. The disk is a tmpfs in a private mount namespace.
 */
const BUILD_ON_FULL_DISK = `
  mount -t tmpfs -o size=1g tmpfs /mnt && cp -a . /mnt && cd /mnt || exit 99
  used=$(df --output=used --block-size=1K /mnt | tail -1)
  mount -o remount,size=$((used + $1))k /mnt || exit 99
  node --env-file-if-exists=.env src/cli/build.ts
  code=$?
  rm -rf "$2/dist-left" && cp -a dist "$2/dist-left" || exit 99
  exit $code`;

// The disk gets full at the start, while writing the search index, and while writing pages.
test.each([0, 300, 800])(
  'a build on a disk with %d KiB of free space keeps the last site and reports it',
  async (freeSpace) => {
    assertCanMount();
    const last = fingerprint('dist');
    await project.write('content/articles/new.md', '---\nheadline: New\n---\nNew.\n');
    const script = ['bash', '-c', BUILD_ON_FULL_DISK, 'build', String(freeSpace), project.folder];
    const { exitCode, stdout, stderr } = await runCommand(
      ['unshare', '-rm', ...script],
      project.folder,
    );
    noteTried({ faults: 1 });
    await rm(join(project.folder, 'content/articles/new.md'));
    expect(exitCode, stdout + stderr).toBe(1);
    expect(stderr).toContain('dist/ is as it was');
    expect(fingerprint('dist-left')).toBe(last);
  },
  600_000,
);

/** @throws Error if users cannot mount a tmpfs in their own namespace */
function assertCanMount(): void {
  const { status, stderr } = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
  if (status === 0) return;
  throw new Error(
    `This test needs a small disk: \`unshare -rm mount -t tmpfs tmpfs /mnt\` must work. On Linux, install util-linux and allow user namespaces (sysctl kernel.unprivileged_userns_clone=1), or run the tests as root. ${String(stderr)}`,
  );
}

test('the second of two simultaneous builds waits and has nothing to do', async () => {
  await writeArticle('second');
  const ends = await Promise.all([startBuild().ended, startBuild().ended]);
  for (const { code, printed } of ends) expect(code, printed).toBe(0);
  expect(ends.filter(({ printed }) => printed.includes('Nothing has changed'))).toHaveLength(1);
  expect(fingerprint('dist')).toBe(complete.second);
}, 600_000);
