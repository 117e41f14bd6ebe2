import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeProblems } from '../../../src/article/problem.ts';
import { openCache } from '../../../src/cache/cache.ts';
import { readArticleFiles } from '../../../src/content/read-article-files.ts';
import { readTranscript } from '../../../src/content/recordings.ts';
import { STARTS } from '../../recordings.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Reads an article that plays a file, with files beside it. */
async function read(recording: string, files: Files) {
  const article = `---\nheadline: A\n---\n![A](${recording})\n`;
  const folder = await temporaryFolder({ 'a.md': article, ...files });
  const { articles, problems, warnings } = await readArticleFiles(
    [{ slug: 'a', file: `${folder}/a.md` }],
    { publicationLanguage: 'en', version: '1', now: 0, cache: openCache(join(folder, 'c.db')) },
  );
  const describe = (found: typeof problems): string =>
    describeProblems(found).replaceAll(`${folder}/`, '');
  return { article: articles[0], problems: describe(problems), warnings: describe(warnings) };
}

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:01.000\nWords\n';

test.each(Object.entries(STARTS))('a recording can be %s', async (extension, bytes) => {
  const { article, problems } = await read(`a.${extension}`, { [`a.${extension}`]: bytes });
  expect(problems).toBe('');
  expect(article?.files.map(({ path }) => path)).toEqual([`./a.${extension}`]);
});

test.each([
  ['HTML', 'a.mp3', '<!doctype html><script>alert(1)</script>', 'contains HTML or XML'],
  ['a picture', 'a.mp3', '\xFF\xD8\xFF\xE0 JFIF', 'is not MP3, despite its name'],
  ['QuickTime', 'a.mp4', '\0\0\0\x14ftypqt  ', 'is not MP4, despite its name'],
  ['Matroska', 'a.webm', '\x1A\x45\xDF\xA3\x9F\x42\x82\x88matroska', 'is not WEBM'],
  ['AVI', 'a.wav', 'RIFF\x24\0\0\0AVI LIST', 'is not WAV, despite its name'],
  ['an empty file', 'a.ogg', '', 'is not OGG, despite its name'],
])('%s with the name of a recording is an error', async (_, name, bytes, wrong) => {
  const { problems } = await read(name, { [name]: Buffer.from(bytes, 'latin1') });
  expect(problems).toContain('line 4: ');
  expect(problems).toContain(wrong);
});

test('a missing recording is an error', async () => {
  expect((await read('a.mp3', {})).problems).toContain('a.mp3 does not exist');
});

test('captions and transcripts are the files of the same name', async () => {
  const files = { 'a.mp4': STARTS.mp4, 'a.vtt': `\uFEFF${CAPTIONS}`, 'a.txt': 'Words' };
  const { article, problems, warnings } = await read('a.mp4', files);
  expect([problems, warnings]).toEqual(['', '']);
  expect(article?.files.map(({ path }) => path)).toEqual(['./a.mp4', './a.vtt', './a.txt']);
});

test('video without captions, and sound without a transcript, cause a warning', async () => {
  const video = await read('a.mp4', { 'a.mp4': STARTS.mp4, 'a.txt': 'Words' });
  expect(video.warnings).toMatchInlineSnapshot(`
    "a.md
      line 4: The video a.mp4 has no captions.
        Put them beside it, in the format WebVTT: a.vtt"
  `);
  const sound = await read('a.mp3', { 'a.mp3': STARTS.mp3, 'a.vtt': CAPTIONS });
  expect(sound.warnings).toMatchInlineSnapshot(`
    "a.md
      line 4: The recording a.mp3 has no transcript.
        Put it beside it, as plain text: a.txt"
  `);
});

test.each([
  ['captions without WEBVTT', { 'a.vtt': '1\n00:00:00,000 --> 00:00:01,000\nWords\n' }, 'a.vtt'],
  ['captions that are HTML', { 'a.vtt': '<script>alert(1)</script>' }, 'a.vtt'],
  ['a comment in a transcript', { 'a.txt': 'Words\n<!-- for colleagues' }, 'a.txt\n  line 2: '],
  ['a transcript in another encoding', { 'a.txt': Buffer.from([0xff, 0x61]) }, 'a.txt'],
])('%s are an error', async (_, files: Files, name) => {
  const { problems } = await read('a.mp4', { 'a.mp4': STARTS.mp4, ...files });
  expect(problems).toContain(name);
});

test('an article changes with the files of its recordings', async () => {
  const files = { 'a.mp4': STARTS.mp4, 'a.vtt': CAPTIONS, 'a.txt': 'Words' };
  const versions = await Promise.all(
    [files, { ...files, 'a.vtt': `${CAPTIONS}\n` }, { ...files, 'a.txt': 'Other words' }].map(
      async (one) => (await read('a.mp4', one)).article?.version,
    ),
  );
  expect(new Set(versions).size).toBe(versions.length);
});

test.each(['\n', '\r\n', '\r'])(
  'empty lines separate the paragraphs of a transcript: %j',
  async (end) => {
    const text = ['\uFEFFOne', 'line', '', ' \t', 'Two', ''].join(end);
    const folder = await temporaryFolder({ 'a.txt': text });
    expect(readTranscript(join(folder, 'a.txt'))).toEqual(['One\nline', 'Two\n']);
  },
);

/** Returns a box of an MP4 file. */
function box(type: string, ...parts: readonly string[]): string {
  const content = parts.join('');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length + 8);
  return size.toString('latin1') + type + content;
}

/** Returns an ID3v2.3 tag with a frame. */
function id3(frame: string, content: string): string {
  return `ID3\x03\0\0\0\0\0\x40${frame}\0\0\0${String.fromCharCode(content.length)}\0\0${content}`;
}

test.each([
  [
    'a.mp4',
    box('moov', box('mvhd', ' '.repeat(100)), box('udta', box('\xA9xyz', '+52+013/'))),
    'a place',
  ],
  [
    'a.mp4',
    box('moov', box('trak', box('meta', 'com.apple.quicktime.model'))),
    'the model of a camera',
  ],
  ['a.mp3', id3('COMM', '\0eng\0Ask the lawyer'), 'a comment'],
  ['a.mp3', id3('TOWN', '\0Jane'), 'its owner'],
  ['a.wav', `${' '.repeat(300_000)}LISTxxxxINFOICMT`, 'a comment'],
  ['a.opus', 'OpusTags COMMENT=Ask the lawyer', 'a comment'],
])('metadata of %s that can betray a source causes a warning', async (name, metadata, what) => {
  const start = Buffer.from(STARTS[name.slice(2) as keyof typeof STARTS]);
  // A box ends where the next one begins.
  if (name === 'a.mp4') start.writeUInt32BE(start.length);
  const bytes = Buffer.concat([
    ...(name === 'a.mp3' ? [] : [start]),
    Buffer.from(metadata, 'latin1'),
  ]);
  const { problems, warnings } = await read(name, {
    [name]: bytes,
    'a.txt': 'W',
    'a.vtt': CAPTIONS,
  });
  expect(problems).toBe('');
  expect(warnings).toMatch(/^a\.md\n {2}line 4: /);
  expect(warnings).toContain(`/${name} is published with ${what}`.slice(1));
});

test('words of a recording that look like metadata, and titles for listeners, cause no warning', async () => {
  const media = Buffer.from(box('mdat', '\xA9xyz loci'), 'latin1');
  const start = Buffer.from(STARTS.mp4);
  start.writeUInt32BE(start.length);
  const video = await read('a.mp4', { 'a.mp4': Buffer.concat([start, media]), 'a.vtt': CAPTIONS });
  const tag = Buffer.from(
    id3('TIT2', '\0Talk') + id3('COMM', '\0engiTunNORM\0 0001').slice(3),
    'latin1',
  );
  const sound = await read('a.mp3', { 'a.mp3': tag, 'a.txt': 'Words' });
  expect([video.warnings, sound.warnings]).toEqual(['', '']);
});

test('notes in captions cause a warning', async () => {
  const files = { 'a.mp4': STARTS.mp4, 'a.vtt': `${CAPTIONS}\nNOTE ask the lawyer\n` };
  expect((await read('a.mp4', files)).warnings).toContain('a.vtt is published with notes');
});
