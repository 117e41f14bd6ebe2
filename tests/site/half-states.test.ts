import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';

/** How often a build is ended at a moment that nobody chose. */
const KILLS = 8;

let project: ScratchProject;

beforeAll(async () => {
  project = await scratchProject();
  for (let n = 0; n < 20; n++) await writeArticle(n, 'first');
  const { exitCode, stdout, stderr } = await project.build();
  expect(exitCode, stdout + stderr).toBe(0);
});

afterAll(() => project.remove());

async function writeArticle(n: number, state: string): Promise<void> {
  const file = `content/articles/article-${n}.md`;
  await project.write(file, `---\nheadline: Article ${n}\n---\nThe ${state} state.\n`);
}

/** All files of the site, by their digests: the same twice, and not a byte is different. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync('dist/**/*', { cwd: project.folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return `${files.length} files, ${hash.digest('hex')}`;
}

/** Starts a build in a process group of its own. */
function startBuild(limit = '') {
  const command = `${limit} exec node --env-file=.env src/build/build.ts`;
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

test(`a build that is killed leaves the last site whole, ${KILLS} times of ${KILLS}`, async () => {
  const before = fingerprint();
  await writeArticle(0, 'second');
  const started = performance.now();
  const reference = startBuild();
  const { code, printed } = await reference.ended;
  expect(code, printed).toBe(0);
  const duration = performance.now() - started;
  const after = fingerprint();
  expect(after).not.toBe(before);

  for (let kill = 0; kill < KILLS; kill++) {
    await writeArticle(0, `state ${kill}`);
    const last = fingerprint();
    const { child, ended } = startBuild();
    // Over the whole of a build, and closely around its end, where the folders change places.
    const late = kill % 2 === 0 ? Math.random() : 0.8 + Math.random() * 0.3;
    await setTimeout(duration * late);
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    const end = await ended;
    if (end.code === 0) continue;
    const found = fingerprint();
    if (found === last) continue;
    // Killed between two renames, the site stands beside its place until anything is run again.
    // Killed after them, the new one is in its place, and has to be whole.
    const isThere = existsSync(join(project.folder, 'dist'));
    await startBuild().ended;
    if (isThere) expect(found).toBe(fingerprint());
  }
  await writeArticle(0, 'last');
  const { exitCode, stdout, stderr } = await project.build();
  expect(exitCode, stdout + stderr).toBe(0);
  const page = readFileSync(`${project.folder}/dist/articles/article-0.html`, 'utf8');
  expect(page).toContain('The last state.');
  expect(globSync('.dist-*', { cwd: project.folder })).toEqual([]);
  console.log(`Builds killed: ${KILLS}, 0 left a broken site.`);
}, 600_000);

test('a build that cannot write leaves the last site whole, and says so', async () => {
  const before = fingerprint();
  const huge = 'Many words. '.repeat(60_000);
  await project.write('content/articles/huge.md', `---\nheadline: Huge\n---\n${huge}\n`);
  // What a full disk is to a program: no file may grow beyond 200 blocks of 1,024 bytes.
  const { code, printed } = await startBuild(`trap '' XFSZ; ulimit -f 200;`).ended;
  expect(code, printed).toBe(1);
  expect(printed).toContain('dist/ is as it was');
  expect(fingerprint()).toBe(before);
  await rm(join(project.folder, 'content/articles/huge.md'));
}, 600_000);

test('two builds at once make the same site as one', async () => {
  await writeArticle(1, 'other');
  const builds = [startBuild(), startBuild()];
  const ends = await Promise.all(builds.map(({ ended }) => ended));
  for (const { code, printed } of ends) expect(code, printed).toBe(0);
  const together = fingerprint();
  for (const made of ['dist', '.astro']) {
    await rm(join(project.folder, made), { recursive: true, force: true });
  }
  const { exitCode, stdout, stderr } = await project.build();
  expect(exitCode, stdout + stderr).toBe(0);
  expect(fingerprint()).toBe(together);
}, 600_000);
