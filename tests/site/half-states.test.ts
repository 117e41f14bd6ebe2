import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand, scratchProject, type ScratchProject } from '../scratch-project.ts';
import { noteTried } from '../tried.ts';

let project: ScratchProject;

/** What the site is when its article is in one state, and in the other. */
const whole = { first: '', second: '' };
type State = keyof typeof whole;

beforeAll(async () => {
  project = await scratchProject();
  await project.write('content/articles/other.md', '---\nheadline: Other\n---\nAnother article.\n');
  for (const state of ['first', 'second'] as const) {
    await writeArticle(state);
    const { code, printed } = await startBuild().ended;
    expect(code, printed).toBe(0);
    whole[state] = fingerprint('dist');
  }
  expect(whole.first).not.toBe(whole.second);
}, 600_000);

afterAll(() => project.remove());

async function writeArticle(state: State): Promise<void> {
  await project.write(
    'content/articles/changing.md',
    `---\nheadline: ${state}\n---\nThe ${state} state.\n`,
  );
}

/** All files of a site, by their digests: the same twice, and not a byte is different. */
function fingerprint(site: string): string {
  const folder = join(project.folder, site);
  const hash = createHash('sha256');
  const files = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  for (const file of files) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(folder, file)))
      .update('\0');
  }
  return `${files.length} files, ${hash.digest('hex')}`;
}

/** Starts a build in a process group of its own. */
function startBuild(limit = '') {
  const command = `${limit} exec node --env-file-if-exists=.env src/cli/build.ts`;
  const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined };
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

/** The folders beside the site in which builds work, and to which they move it for a moment. */
function besideSite(file = ''): string[] {
  return globSync(`.dist-*/${file}`, { cwd: project.folder });
}

function folderOfSite(): number | undefined {
  return statSync(join(project.folder, 'dist'), { throwIfNoEntry: false })?.ino;
}

interface Moment {
  readonly name: string;
  /** Whether it has come, by what can be seen. */
  readonly hasCome: (site: number | undefined) => boolean;
  readonly thenMs: number;
}

/** The moments at which a build is killed: one in each of its phases, or a while after. */
const MOMENTS: readonly Moment[] = [
  { name: 'it has begun', hasCome: () => true, thenMs: 400 },
  { name: 'its folder is there', hasCome: () => besideSite().length > 0, thenMs: 0 },
  { name: 'it renders', hasCome: () => besideSite().length > 0, thenMs: 700 },
  { name: 'a page is there', hasCome: () => besideSite('**/*.html').length > 0, thenMs: 0 },
  { name: 'pages are there', hasCome: () => besideSite('**/*.html').length > 0, thenMs: 150 },
  { name: 'it is last', hasCome: () => besideSite('**/pagefind*').length > 0, thenMs: 50 },
  { name: 'the sites change places', hasCome: (site) => folderOfSite() !== site, thenMs: 0 },
];

test('a build that is killed leaves the last site whole, or the new one', async () => {
  let kills = 0;
  for (const { name, hasCome, thenMs } of MOMENTS) {
    await writeArticle(fingerprint('dist') === whole.first ? 'second' : 'first');
    const site = folderOfSite();
    const { child, ended } = startBuild();
    while (!hasCome(site) && child.exitCode === null) await setTimeout(1);
    await setTimeout(thenMs);
    if (child.pid !== undefined && child.exitCode === null) {
      process.kill(-child.pid, 'SIGKILL');
      kills++;
    }
    await ended;
    // Between two renames, the site stands beside its place until the next build brings it back.
    if (!existsSync(join(project.folder, 'dist'))) {
      const beside = besideSite().map((folder) => fingerprint(folder));
      expect(Object.values(whole), name).toContain(beside[0]);
      expect((await startBuild().ended).code).toBe(0);
    }
    expect(Object.values(whole), name).toContain(fingerprint('dist'));
  }
  await writeArticle('first');
  const { code, printed } = await startBuild().ended;
  expect(code, printed).toBe(0);
  expect(fingerprint('dist')).toBe(whole.first);
  expect(besideSite()).toEqual([]);
  // On a quick machine, a build may have ended before its last moment was seen.
  expect(kills).toBeGreaterThanOrEqual(MOMENTS.length - 2);
  noteTried({ faults: kills });
}, 600_000);

test('a build that may write no large file leaves the last site whole, and says so', async () => {
  const huge = 'Many words. '.repeat(60_000);
  await project.write('content/articles/huge.md', `---\nheadline: Huge\n---\n${huge}\n`);
  // No file may grow beyond 200 blocks of 1,024 bytes.
  const { code, printed } = await startBuild(`trap '' XFSZ; ulimit -f 200;`).ended;
  noteTried({ faults: 1 });
  expect(code, printed).toBe(1);
  expect(printed).toContain('dist/ is as it was');
  expect(fingerprint('dist')).toBe(whole.first);
  await rm(join(project.folder, 'content/articles/huge.md'));
}, 600_000);

/**
 * Builds a copy of the project on a disk of its own with so many KiB left, then takes the site out to
 * `dist-left`. The disk is memory, mounted where nobody else sees it, and gone with the shell.
 */
const BUILD_ON_FULL_DISK = `
  mount -t tmpfs -o size=1g tmpfs /mnt && cp -a . /mnt && cd /mnt || exit 99
  used=$(df --output=used --block-size=1K /mnt | tail -1)
  mount -o remount,size=$((used + $1))k /mnt || exit 99
  node --env-file-if-exists=.env src/cli/build.ts
  code=$?
  rm -rf "$2/dist-left" && cp -a dist "$2/dist-left" || exit 99
  exit $code`;

// Full from the beginning, when the index for search is written, and when pages are.
test.each([0, 300, 800])(
  'a build on a disk with %d KiB left leaves the last site whole, and says so',
  async (room) => {
    assertMayMount();
    const last = fingerprint('dist');
    await project.write('content/articles/new.md', '---\nheadline: New\n---\nNew.\n');
    const script = ['bash', '-c', BUILD_ON_FULL_DISK, 'build', String(room), project.folder];
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

/** @throws Error if this system does not let everybody mount a disk that only they see */
function assertMayMount(): void {
  const { status, stderr } = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
  if (status === 0) return;
  throw new Error(
    `This test needs a small disk of its own: \`unshare -rm mount -t tmpfs tmpfs /mnt\` must work. On Linux, install util-linux and allow user namespaces (sysctl kernel.unprivileged_userns_clone=1), or run the tests as root. ${String(stderr)}`,
  );
}

test('two builds at once make the same site as one', async () => {
  await writeArticle('second');
  const ends = await Promise.all([startBuild().ended, startBuild().ended]);
  for (const { code, printed } of ends) expect(code, printed).toBe(0);
  expect(fingerprint('dist')).toBe(whole.second);
}, 600_000);
