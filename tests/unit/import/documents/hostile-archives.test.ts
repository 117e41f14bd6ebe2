import { expect, test } from 'vitest';
import { noteTried } from '../../../tried.ts';
import { convertInput } from './convert-input.ts';
import { textFile, wordFile, zipOf } from './office-files.ts';

const TITLE = '<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>';
const word = (body: string): Uint8Array => wordFile({ body: `${TITLE}${body}` });
const part = (data: string | Uint8Array): Uint8Array =>
  wordFile({ body: TITLE, files: { 'word/document.xml': data } });
const DOCUMENT =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">';

/** Changes the two bytes at each place where a record of that signature starts. */
function patch(bytes: Uint8Array, signature: number, offset: number, value: number): Uint8Array {
  const buffer = Buffer.from(bytes);
  for (let at = 0; at + offset + 2 <= buffer.length && at + 4 <= buffer.length; at++) {
    if (buffer.readUInt32LE(at) === signature) buffer.writeUInt16LE(value, at + offset);
  }
  return buffer;
}
const ENTRY = 0x02014b50;
const END = 0x06054b50;

/** The same file twice, under names of the same length. */
function withDoubledName(): Uint8Array {
  const bytes = zipOf({ '[Content_Types].xml': 'x', 'a.xml': 'one', 'b.xml': 'two' });
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('b.xml', 'a.xml'), 'latin1');
}

/** A file with another byte in the data of its first file. */
function damaged(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes);
  const at = buffer.indexOf('word/document.xml') + 'word/document.xml'.length + 20;
  buffer[at] = (buffer[at] ?? 0) ^ 0xff;
  return buffer;
}

test.each<[string, Uint8Array, string]>([
  ['a bomb', part(new Uint8Array(190_000_000)), 'becomes 190 MB'],
  ['much XML', part(`${DOCUMENT}${'<w:p/>'.repeat(600_000)}</w:document>`), 'more than 300,000 elements'],
  ['a large part', part(`${DOCUMENT}${'Harbour works, '.repeat(4_000_000)}</w:document>`), 'MB'],
  ['a path that leads out', zipOf({ '[Content_Types].xml': 'x', '../../evil': 'x' }), 'leads out of it: ../../evil'],
  ['an absolute path', zipOf({ '[Content_Types].xml': 'x', '/etc/passwd': 'x' }), 'leads out of it: /etc/passwd'],
  ['a path of Windows', zipOf({ '[Content_Types].xml': 'x', 'a\\..\\b': 'x' }), 'leads out of it'],
  ['a name twice', withDoubledName(), 'has the file a.xml twice'],
  ['an encrypted archive', patch(word(''), ENTRY, 8, 1), 'is encrypted'],
  ['an unusual method', patch(word(''), ENTRY, 10, 14), 'packed in an unusual way'],
  ['an archive of 65,535 files', patch(word(''), END, 10, 0xffff), 'more than 65,534 files'],
  ['a directory of 4 GB', patch(word(''), END, 14, 0xff00), 'not copied completely'],
  ['half an archive', word('').subarray(0, 900), 'not copied completely'],
  ['a damaged file', damaged(word('')), 'has a broken file: word/document.xml'],
  ['a size that is not true', patch(word('<w:p/>'.repeat(100)), ENTRY, 24, 100), 'has a broken file'],
  ['entities', part(`<!DOCTYPE x [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>${DOCUMENT}&b;</w:document>`), 'declares entities'],
  ['an external entity', part(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${DOCUMENT}&a;</w:document>`), 'declares entities'],
  ['an unknown entity', part(`${DOCUMENT}&a;</w:document>`), 'is not valid XML'],
  ['deep nesting', part(`${DOCUMENT}${'<w:ins>'.repeat(50_000)}`), 'deeper than 256 levels'],
  ['broken XML', part(`${DOCUMENT}<w:body></w:document>`), 'is not valid XML'],
  ['no document', zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/slides/1.xml': 'x' }), 'no Word document in it'],
  ['a table that spans a billion columns', word(`<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr>'.repeat(2)}</w:tbl>`), 'has no body'],
  ['styles that are based on each other', wordFile({ body: TITLE, styles: '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="Titel"><w:basedOn w:val="Titel"/></w:style>' }), 'has no headline'],
  ['a protected .docx', Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), 'protected with a password'],
  ['a .doc', Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.from('WordDocument', 'utf16le')]), 'an old Word document'],
  ['a protected .odt', textFile({ body: '', files: { 'META-INF/manifest.xml': '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>' } }), 'protected with a password'],
  ['a protected EPUB', zipOf({ 'META-INF/container.xml': 'x', 'META-INF/rights.xml': 'x' }), 'protected (DRM)'],
  ['an EPUB without documents', zipOf({ 'META-INF/container.xml': '<container/>' }), 'The EPUB has no'],
  ['an EPUB with an untitled document 50,000 times', zipOf({ 'META-INF/container.xml': '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfile full-path="a.opf"/></container>', 'a.opf': `<package xmlns="http://www.idpf.org/2007/opf"><item id="a" href="a.xhtml"/>${'<itemref idref="a"/>'.repeat(50_000)}</package>`, 'a.xhtml': '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>T</p></body></html>' }), 'has no headline'],
  ['an archive of something else', zipOf({ 'a.bin': 'x' }), 'a ZIP archive, not plain text'],
])('%s is refused by name within five seconds', (_, bytes, wrong) => {
  noteTried({ cases: 1 });
  const before = process.threadCpuUsage();
  const conversions = convertInput(bytes, 'a.docx');
  const { user, system } = process.threadCpuUsage(before);
  expect(conversions).toMatchObject([
    { ok: false, faults: [{ wrong: expect.stringContaining(wrong) as unknown }] },
  ]);
  expect((user + system) / 1e6).toBeLessThan(5);
}); // prettier-ignore
