import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteTried } from '../../../tried.ts';
import { ImportFolder } from '../import-command.ts';
import { convertInput } from './convert-input.ts';

const FIXTURES = 'tests/fixtures/import-documents';
let folder: ImportFolder;
beforeEach(() => {
  folder = new ImportFolder();
});
afterEach(() => {
  folder.remove();
});

interface Post {
  readonly slug: string;
  readonly html: string;
  readonly type?: string;
  readonly id?: number;
  /** Other elements. */
  readonly more?: string;
}

const wxr = (posts: readonly Post[]): string =>
  `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${posts
    .map(
      ({ slug, html, type = 'post', id = 1, more = '' }) =>
        `<item><title>${slug}</title><link>https://a.example/${slug}/</link><content:encoded><![CDATA[${html}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_name>${slug}</wp:post_name><wp:status>publish</wp:status><wp:post_type>${type}</wp:post_type>${more}</item>`,
    )
    .join('\n')}</channel></rss>`;

const linkTo = (slug: string): string => `<a href="https://a.example/${slug}/">See</a>`;
const LINKING: Post = {
  slug: 'first',
  html: `${linkTo('taken')}, ${linkTo('refused')}, ${linkTo('third')}, <code>](taken.md)</code>.`,
};
const OTHERS: readonly Post[] = [
  { slug: 'taken', html: 'Another text.' },
  { slug: 'refused', html: 'A [unknown-code x="1"] form.' },
  { slug: 'third', html: linkTo('first') },
];

test('links lead to where the other articles of a file are', async () => {
  folder.write('content/articles/taken.md', '---\nheadline: Old\n---\n\nOld.\n');
  folder.write('export.xml', wxr([LINKING, ...OTHERS]));
  const { exitCode, stderr } = await folder.run(['export.xml']);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('[unknown-code x="1"]');
  expect(folder.articles()).toEqual(['first.md', 'taken-2.md', 'taken.md', 'third.md']);
  expect(folder.read('content/articles/first.md')).toContain(
    '[See](taken-2.md), [See](https://a.example/refused/), [See](third.md), `](taken.md)`.',
  );
  expect(folder.read('content/articles/third.md')).toContain('[See](first.md)');
});

test('one broken post of an export does not keep the others from being imported', async () => {
  const posts = [
    { slug: 'one', html: 'The first text.' },
    { slug: 'unclosed', html: '<b><i>'.repeat(3000) },
    { slug: 'deep', html: '<ul><li>'.repeat(300) },
    { slug: 'last', html: 'The last text.' },
  ];
  folder.write('export.xml', wxr(posts).replace('<wp:post_id>1<', '<wp:post_id>7<'));
  folder.write('other.txt', 'A headline\n\nA body.\n');
  const { exitCode, stdout, stderr } = await folder.run(['export.xml', 'missing.xml', 'other.txt']);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('3 articles written, 3 texts not imported.');
  expect(folder.articles()).toEqual(['a-headline.md', 'last.md', 'one.md']);
  expect(stderr).toMatch(
    /missing\.xml[\s\S]*export\.xml, post 1[\s\S]*never closed[\s\S]*deeper than/,
  );
});

test('a broken attachment of an export is reported, and the article without its lead picture', () => {
  const broken = `<excerpt:encoded xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/">${'&lt;b>'.repeat(3000)}</excerpt:encoded>`;
  const lead =
    '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>';
  const posts = [
    { slug: 'photo', html: '', type: 'attachment', id: 7, more: broken },
    { slug: 'other', html: '', type: 'attachment', id: 8 },
    { slug: 'post', html: 'The text.', id: 9, more: lead },
    { slug: 'none', html: 'The text.', id: 10, more: lead.replace('>7<', '>-1<') },
  ];
  expect(convertInput(wxr(posts), 'export.xml')).toMatchObject([
    {
      ok: false,
      part: 'attachment 7',
      faults: [{ wrong: 'The page has thousands of elements that are never closed.' }],
    },
    { skipped: 'attachment', part: 'attachment 8' },
    { ok: true, recognised: { notes: [expect.stringContaining('attachment 7')] } },
    { ok: true, recognised: { notes: [] } },
  ]);
});

test('one broken entry of a feed does not keep the others from being imported', () => {
  const item = (text: string): string =>
    `<item><title>T</title><description>${text}</description></item>`;
  const text = `&lt;p>One.&lt;/p>&lt;p>Two.&lt;/p>`;
  const feed = `<rss version="2.0"><channel>${item('&lt;b>&lt;i>'.repeat(3000))}${item(text)}</channel></rss>`;
  expect(convertInput(feed, 'feed.xml')).toMatchObject([
    { ok: false, part: 'item 1' },
    { ok: true, part: 'item 2' },
  ]);
});

test('the language of RSS can be behind the items', () => {
  const item =
    '<item><title>T</title><description>&lt;p>A\u0001.&lt;/p>&lt;p>B.&lt;/p></description></item>';
  const rss = `\uFEFF<rss><channel>${item}<language>de</language></channel></rss>`;
  expect(convertInput(rss, 'feed.xml')).toMatchObject([
    {
      ok: true,
      part: 'item 1',
      recognised: { language: 'de', notes: [expect.stringContaining('Removed 1 control')] },
    },
  ]);
  expect(convertInput(rss.slice(0, -3), 'feed.xml')).toMatchObject([{ ok: false }]);
  expect(convertInput('<rss><channel></channel></rss>', 'feed.xml')).toMatchObject([{ ok: false }]);
});

test('a second import of an export changes nothing', async () => {
  folder.write('export.xml', wxr([LINKING, ...OTHERS]));
  await folder.run(['export.xml']);
  const first = folder.read('content/articles/first.md');
  const { stdout } = await folder.run(['export.xml']);
  expect(stdout).toContain('0 articles written, 3 unchanged, 1 text not imported.');
  expect(folder.read('content/articles/first.md')).toBe(first);
});

/** Fits neither into the memory of the command below, nor into what other formats may have. */
const PARTS = 70;
const LONG = 'word '.repeat(200_000);
const parts = (part: (text: string) => string, separator = ''): string =>
  Array.from({ length: PARTS }, () => part(LONG)).join(separator);

test.each([
  [
    'WordPress',
    wxr([
      ...Array.from({ length: PARTS }, () => ({ slug: 'page', html: LONG, type: 'page' })),
      { slug: 'last', html: 'The last text.' },
    ]),
    'Not articles: 70 pages.',
  ],
  [
    'Ghost',
    `{"db":[{"meta":{"exported_on":1},"data":{"posts":[${parts((text) => `{"type":"page","html":"${text}"}`, ',')},{"title":"Last","html":"<p>The last text.</p>"}]}}]}`,
    'Not articles: 70 pages.',
  ],
  [
    'Atom',
    `<feed xmlns="http://www.w3.org/2005/Atom">${parts((text) => `<entry><rights>${text}</rights></entry>`)}<entry><title>Last</title><content>The last text.</content></entry></feed>`,
    '70 texts not imported.',
  ],
  [
    'a JSON Feed',
    `{"version":"https://jsonfeed.org/version/1.1","items":[${parts((text) => `{"_note":"${text}"}`, ',')},{"title":"Last","content_text":"The last text."}]}`,
    '70 texts not imported.',
  ],
])('a large export of %s is read piece by piece', async (_, text, others) => {
  noteTried({ cases: 1 });
  const small = new ImportFolder({ heap: 100 });
  try {
    small.write('export.data', text);
    const { stdout, stderr } = await small.run(['export.data']);
    expect(stderr).not.toContain('MB');
    expect(stdout).toMatch(/1 article written/);
    expect(stdout).toContain(others);
  } finally {
    small.remove();
  }
});

test.each([
  ['WordPress', wxr([LINKING, ...OTHERS]), 'The XML is broken'],
  ['Atom', readFileSync(`${FIXTURES}/feed-atom/input.atom`, 'utf8'), 'The XML is broken'],
  ['Ghost', readFileSync(`${FIXTURES}/ghost/input.json`, 'utf8'), 'cut off'],
  ['a JSON Feed', readFileSync(`${FIXTURES}/feed-json/input.json`, 'utf8'), 'cut off'],
])('nothing is written from an export of %s that was cut off', async (_, text, wrong) => {
  folder.write('export.data', text.trim().slice(0, -3));
  const { exitCode, stderr } = await folder.run(['export.data']);
  expect(exitCode).toBe(1);
  expect(stderr).toContain(wrong);
  expect(folder.articles()).toEqual([]);
});

test('a folder of Substack is one export', async () => {
  folder.write('export/posts.csv', readFileSync(`${FIXTURES}/substack/input.csv`));
  folder.write('export/posts/101.new-quay.html', '<p>The quay opened.</p>');
  folder.write('export/posts/103.html', '<p>Not yet.</p>');
  const { stdout } = await folder.run(['export']);
  expect(stdout).toContain('2 articles written, 2 texts not imported. Not articles: 1 thread.');
  expect(folder.articles()).toEqual(['draft.md', 'new-quay.md']);
});

test('an archive of Substack is one export', async () => {
  const files = {
    'export/posts.csv': readFileSync(`${FIXTURES}/substack/input.csv`),
    'export/posts/101.new-quay.html': Buffer.from('<p>The quay opened.</p>'),
  };
  folder.write('export.zip', zipSync(files));
  const { stdout } = await folder.run(['export.zip']);
  expect(stdout).toContain('1 article written, 3 texts not imported. Not articles: 1 thread.');
});

/** Lists of opened e-mails, which are larger than all posts, and more files than documents have. */
const besidePosts = (): Record<string, Uint8Array> => ({
  'posts/101.opens.csv': Buffer.alloc(66_000_000, 'a@example.org,'),
  ...Object.fromEntries(
    Array.from({ length: 11_000 }, (_, index) => [`lists/${index}.csv`, Buffer.from('x')]),
  ),
});

test('an archive of Substack can have any size, and a damaged file in it', async () => {
  const files = {
    'posts.csv': readFileSync(`${FIXTURES}/substack/input.csv`),
    'posts/101.new-quay.html': Buffer.from('<p>The quay opened.</p>'),
    'posts/103.html': Buffer.from('<p>Not yet, says the harbour.</p>'),
    ...besidePosts(),
  };
  const archive = Buffer.from(zipSync(files, { level: 0 }));
  archive.write('!', archive.indexOf('Not yet, says'));
  const small = new ImportFolder({ heap: 100 });
  try {
    small.write('export.zip', archive);
    const { stdout, stderr } = await small.run(['export.zip']);
    expect(stdout).toContain('1 article written, 3 texts not imported. Not articles: 1 thread.');
    expect(stderr).toContain('The ZIP archive has a broken file: posts/103.html');
  } finally {
    small.remove();
  }
});

test('an archive of Medium can have any size', async () => {
  const story = readFileSync(`${FIXTURES}/medium/input.html`);
  const files = { 'posts/2021-03-03_A-new-quay-1a2b3c4d5e6f.html': story, ...besidePosts() };
  const small = new ImportFolder({ heap: 100 });
  try {
    small.write('export.zip', zipSync(files, { level: 0 }));
    const { stdout } = await small.run(['export.zip']);
    expect(stdout).toContain('1 article written.');
  } finally {
    small.remove();
  }
});

test('an archive of Medium has stories and drafts, with links between them', async () => {
  const story = readFileSync(`${FIXTURES}/medium/input.html`, 'utf8');
  const link = '<a href="https://medium.com/@petra/new-quay-1a2b3c4d5e6f?source=x">quay</a>';
  const files = {
    'medium/README.html': Buffer.from('<p>About this archive.</p>'),
    'medium/posts/2021-03-03_A-new-quay-1a2b3c4d5e6f.html': Buffer.from(story),
    'medium/posts/draft_Tide--aaaaaaaaaaaa.html': Buffer.from(
      story.replaceAll('A new quay', 'Tide').replace('The end.', `See the ${link}.`),
    ),
  };
  folder.write('export.zip', zipSync(files));
  const { stdout } = await folder.run(['export.zip']);
  expect(stdout).toContain('2 articles written.');
  expect(folder.articles()).toEqual(['a-new-quay.md', 'tide.md']);
  expect(folder.read('content/articles/tide.md')).toMatch(
    /draft: true\n---[\s\S]*See the \[quay\]\(a-new-quay\.md\)\./,
  );
});

test('tags of Jekyll are separated by spaces, or by commas', () => {
  const topics = (tags: string, name: string): unknown =>
    convertInput(`---\ntitle: A quay\ntags: ${tags}\n---\nNew.`, name).map((conversion) =>
      'ok' in conversion && conversion.ok ? conversion.recognised.topics : conversion,
    );
  expect(topics('ports ships', '2021-03-03-quay.md')).toEqual([['ports', 'ships']]);
  expect(topics('Big ships, ports', '2021-03-03-quay.md')).toEqual([['Big ships', 'ports']]);
  expect(topics('Big ships', 'quay.md')).toEqual([['Big ships']]);
});

/** Together more than 50 MB, which is the limit for one item, and less than 64, which are read as a whole. */
const ITEMS = Array.from({ length: 52 }, (_, index) => index + 1);
const UNUSED = 'x'.repeat(1_000_000);

test.each([
  [
    'export.xml',
    () =>
      wxr(
        ITEMS.map((id) => ({
          slug: `post-${id}`,
          html: 'Words.',
          id,
          more: `<wp:unused>${UNUSED}</wp:unused>`,
        })),
      ),
  ],
  [
    'feed.json',
    () =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Feed',
        items: ITEMS.map((id) => ({
          id: String(id),
          title: `Item ${id}`,
          content_html: '<p>Words.</p>',
          _unused: UNUSED,
        })),
      }),
  ],
])('items of more than 50 MB together are imported: %s', async (name, content) => {
  folder.write(name, content());
  const { stdout } = await folder.run([name, '--dry-run']);
  expect(stdout).toContain('52 articles would be written');
});
