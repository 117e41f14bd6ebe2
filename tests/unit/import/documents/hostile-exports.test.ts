import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { noteTried } from '../../../tried.ts';
import { convertInput } from './convert-input.ts';

const wxr = (items: string): string =>
  `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${items}</channel></rss>`;
const rss = (text: string): string =>
  `<rss version="2.0"><channel><item><title>T</title><description>${text}</description></item></channel></rss>`;
const mime = (body: string, boundary = 'b'): string =>
  `From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="${boundary}"\r\n\r\n${body}`;

const LAUGHS = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;
const FILE = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>`;

test.each([
  ['entities in a feed', 'a.xml', `${LAUGHS}${rss('&b;')}`, 'declares entities'],
  ['an external entity', 'a.xml', `${FILE}${rss('&x;')}`, 'declares entities'],
  ['entities in an export', 'a.xml', `${LAUGHS}${wxr('<item/>')}`, 'declares entities'],
  [
    'entities in NITF',
    'a.xml',
    `<!DOCTYPE nitf [<!ENTITY x "y">]><nitf><body/></nitf>`,
    'declares entities',
  ],
  ['an unknown entity', 'a.xml', rss('&nbsp;'), 'The XML is broken'],
  [
    'an & in a feed',
    'a.xml',
    rss('<![CDATA[A & B]]>Tom & Jerry'),
    'not written as "&amp;", near: ',
  ],
  ['a feed that was cut off', 'a.xml', rss('text').slice(0, 90), 'The XML is broken'],
  [
    'an export that was cut off',
    'a.xml',
    wxr('<item><title>T</title></item><item>').slice(0, -30),
    'The XML is broken',
  ],
  ['an export without items', 'a.xml', wxr(''), 'no items'],
  ['deep elements', 'a.xml', rss('<a>'.repeat(100_000)), 'deeper than 256 levels'],
  [
    'deep elements in an item',
    'a.xml',
    wxr(`<item>${'<a>'.repeat(100_000)}`),
    'deeper than 256 levels',
  ],
  [
    'an endless attribute',
    'a.xml',
    wxr(`<item a="${'x'.repeat(51_000_000)}`),
    'more than 50,000,000 characters',
  ],
  [
    'an endless text',
    'a.xml',
    wxr(`<item>${'x'.repeat(51_000_000)}`),
    'more than 50,000,000 characters',
  ],
  ['unclosed elements in a post', 'a.xml', rss('&lt;b&gt;&lt;i&gt;'.repeat(3_000)), 'never closed'],
  ['bytes that are not UTF-8', 'a.xml', Buffer.from(rss('\u00E9'), 'latin1'), 'not utf-8'],
  [
    'a feed without entries',
    'a.xml',
    '<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    'no entries',
  ],
  [
    'broken JSON',
    'a.json',
    '{"version": "https://jsonfeed.org/version/1.1", "items": [',
    'The JSON is broken',
  ],
  [
    'deep JSON',
    'a.json',
    `{"version": "https://jsonfeed.org/version/1.1", "items": ${'['.repeat(100_000)}`,
    'nests values deeper than 256 levels',
  ],
  [
    'an endless string',
    'a.json',
    `{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "${'x'.repeat(51_000_000)}`,
    'more than 50,000,000 bytes',
  ],
  [
    'an endless key around the items',
    'a.json',
    `{"version": "https://jsonfeed.org/version/1.1", "${'x'.repeat(51_000_000)}": 1, "items": []}`,
    'more than 50,000,000 bytes',
  ],
  [
    'an item of millions of lists',
    'a.json',
    `{"version": "https://jsonfeed.org/version/1.1", "items": [[${'[],'.repeat(10_000_000)}1]]}`,
    'more than 1,000,000 values',
  ],
  [
    'an item of millions of keys',
    'a.json',
    `{"version": "https://jsonfeed.org/version/1.1", "items": [{${'"key":1,'.repeat(5_000_000)}"a":1}]}`,
    'more than 1,000,000 values',
  ],
  [
    'an item of millions of elements',
    'a.json',
    `{"version": "https://jsonfeed.org/version/1.1", "items": [{"content_html":"${'<p>a</p>'.repeat(6_000_000)}"}]}`,
    'more than 200,000 tags',
  ],
  [
    'an item of millions of words',
    'a.json',
    `{"version": "https://jsonfeed.org/version/1.1", "items": [{"content_html":"${'word '.repeat(8_000_000)}"}]}`,
    'more than 5,000,000 characters of text',
  ],
  [
    'an item of 200,000 keys',
    'a.json',
    `{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "a", "content_text": "b", ${Array.from({ length: 200_000 }, (_, index) => `"_${index}": 1`).join()}}]}`,
    'more than 100,000 elements',
  ],
  [
    'a JSON feed without entries',
    'a.json',
    '{"version": "https://jsonfeed.org/version/1.1", "items": {"a": 1}}',
    'no entries',
  ],
  [
    'JSON that is not UTF-8',
    'a.json',
    Buffer.from('{"version": "https://jsonfeed.org/version/1.1",\n"title": "\u00E9"}', 'latin1'),
    'not utf-8',
  ],
  [
    'an export of Ghost without posts',
    'a.json',
    '{"db": [{"meta": {}, "data": {"posts": "none", "tags": [1, null, "x"]}}]}',
    'no posts',
  ],
  [
    'an export of Ghost with too many tags',
    'a.json',
    `{"db": [{"meta": {}, "data": {"tags": [${'{"id":1},'.repeat(1_000_001)}1]}}]}`,
    'more than 1,000,000 posts, tags and authors',
  ],
  [
    'a broken export of Ghost',
    'a.json',
    '{"db": [{"meta": {"exported_on": 1}, "data": {"posts": [{}',
    'cut off',
  ],
  ['a list that does not end', 'posts.csv', 'post_id,title\n1.a,"title', 'does not end'],
  ['a list without posts', 'posts.csv', 'post_id,title\n', 'lists no posts'],
  [
    'an MHTML file that was cut off',
    'a.mhtml',
    mime('--b\r\nContent-Type: text/html\r\n\r\n<p>T'),
    'was cut off',
  ],
  [
    'an MHTML file without a page',
    'a.mhtml',
    mime('--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--'),
    'no page',
  ],
  [
    'an MHTML file with an unknown encoding',
    'a.mhtml',
    mime('--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: x-uu\r\n\r\nx\r\n--b--'),
    'unknown encoding x-uu',
  ],
  [
    'an MHTML file of boundaries',
    'a.mhtml',
    mime('--b\r\n\r\n'.repeat(200_000) + '--b--'),
    'more than 10000 parts',
  ],
  [
    'an archive that was cut off',
    'a.zip',
    zipSync({ 'posts.csv': Buffer.from('post_id\n1\n') }).slice(0, 60),
    'The ZIP archive is broken, or was not copied completely.',
  ],
] as const)('%s is refused by name within five seconds', (_, name, data, wrong) => {
  noteTried({ cases: 1 });
  const before = process.threadCpuUsage();
  const conversions = convertInput(data, name);
  const { user, system } = process.threadCpuUsage(before);
  expect(conversions).toMatchObject([
    { ok: false, faults: [{ wrong: expect.stringContaining(wrong) as unknown }] },
  ]);
  expect((user + system) / 1e6).toBeLessThan(5);
});

test.each([
  [
    'a.xml',
    '<rss><channel>\n<item>\n<title>A &amp; B</title>\n<link>?a&b</link></item></channel></rss>',
    4,
  ],
  ['a.xml', Buffer.from('<rss>\n<channel>\u00E9</channel>', 'latin1'), 2],
  ['a.json', '{"version": "https://jsonfeed.org/version/1.1",\n"items": [\n{"a": 1},,]}', 3],
  ['a.json', '{"version": "https://jsonfeed.org/version/1.1",\n"items": "a\nb"}', 2],
  ['a.json', '{"version": "https://jsonfeed.org/version/1.1",\n"items": [', 2],
])('%s with %.60j names the line', (name, data, line) => {
  noteTried({ cases: 1 });
  expect(convertInput(data, name)).toMatchObject([{ ok: false, faults: [{ line }] }]);
});

test('the script of a post is code and not text', () => {
  noteTried({ cases: 1 });
  const [conversion] = convertInput(
    rss(
      '&lt;p onclick="x()"&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;',
    ),
    'a.xml',
  );
  expect(conversion).toMatchObject({
    ok: true,
    markdown: expect.not.stringMatching(/alert|onclick/) as unknown,
  });
});
