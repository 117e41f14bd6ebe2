import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { openCache, type Cache } from '../../../src/cache/cache.ts';
import { metadataWarnings } from '../../../src/content/metadata/metadata-warnings.ts';
import { temporaryFolder } from './temporary-folder.ts';

const AUTHOR = '<</Author(Jane Doe)>>';
const xmp = (name: string): string =>
  `<rdf:RDF><dc:creator>\n<rdf:Seq><rdf:li>${name}</rdf:li></rdf:Seq></dc:creator></rdf:RDF>`;

/** Returns a PDF that has an object stream, or another stream. */
function pdf(content: string, { type = '/Type /ObjStm', end = '' } = {}): Buffer {
  const stream = deflateSync(content);
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.5\n7 0 obj\n<<${type}/Filter/FlateDecode/Length ${stream.length}>>\nstream\r\n`,
    ),
    stream,
    Buffer.from(`\nendstream\nendobj\n${end}startxref\n0\n%%EOF\n`),
  ]);
}

const office = (name: string, text: string): Uint8Array =>
  zipSync({ 'a.xml': Buffer.alloc(600_000), [name]: Buffer.from(text) }, { level: 6 });

/** Returns a box of an MP4 file. */
function box(type: string, content: string, size = content.length + 8): Buffer {
  const bytes = Buffer.from(`    ${type}${content}`, 'latin1');
  bytes.writeUInt32BE(size);
  return bytes;
}
const PLACE = Buffer.concat([box('moov', box('udta', '\xA9xyz+52+013/').toString('latin1'))]);

async function warningsOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const folder = await temporaryFolder({ [name]: bytes });
  const cache = openCache(join(folder, 'c.db'));
  const found = metadataIn(folder, name, cache);
  cache.close();
  return found;
}

function metadataIn(folder: string, name: string, cache: Cache): string[] {
  const files = [{ path: name, line: 1 }];
  return metadataWarnings(join(folder, 'a.md'), files, { cache, version: '1' }).map(({ wrong }) =>
    wrong.replace(/.* is published with /, ''),
  );
}

describe('metadata that can betray a source causes a warning', () => {
  test.each([
    ['a.pdf', pdf(AUTHOR), 'its author'],
    ['a.pdf', pdf(AUTHOR).subarray(0, -50), 'its author'],
    ['a.pdf', pdf(xmp('Jane Doe'), { type: '/Type/Metadata/Subtype/XML' }), 'its author'],
    ['a.pdf', Buffer.from(xmp('Jane Doe')), 'its author'],
    ['a.docx', office('docProps/core.xml', '<dc:creator>Jane Doe</dc:creator>'), 'its author'],
    ['a.xlsx', office('docProps/core.xml', '<cp:lastModifiedBy>Jane</cp:lastModifiedBy>'), 'its author'],
    ['a.odt', office('meta.xml', '<meta:initial-creator>Jane</meta:initial-creator>'), 'its author'],
    ['a.mp4', Buffer.concat([PLACE, box('free', '', 1)]), 'a place (GPS)'],
    ['a.mp4', Buffer.concat([PLACE, box('mdat', 'cut off', 9_000)]), 'a place (GPS)'],
  ])('%s', async (name, bytes, what) => {
    expect(await warningsOf(name, bytes)).toEqual([`${what} in it.`]);
  }); // prettier-ignore

  test.each([
    ['a.pdf', pdf('<</Author()/Title(A)>>')],
    ['a.pdf', Buffer.from('<</Author (\xFE\xFF)>><</Author <FEFF>>>', 'latin1')],
    ['a.pdf', Buffer.from(xmp(''))],
    // What is encrypted cannot be inflated.
    ['a.pdf', pdf(AUTHOR, { end: 'trailer<</Encrypt 3 0 R>>' }).map((byte, at) => (at > 70 ? byte ^ 0x55 : byte))],
    ['a.pdf', pdf('x'.repeat(2_000_000) + AUTHOR)],
    ['a.docx', office('docProps/core.xml', '<dc:creator></dc:creator>')],
    ['a.docx', office('word/document.xml', deflateRawSync('x').toString('latin1'))],
  ])('but not the absence of it: %s', async (name, bytes) => {
    expect(await warningsOf(name, bytes)).toEqual([]);
  }); // prettier-ignore
});

test('a file is searched again only if it has changed', async () => {
  const folder = await temporaryFolder({ 'a.pdf': pdf(AUTHOR) });
  const cache = openCache(join(folder, 'c.db'));
  const set = vi.spyOn(cache, 'set');
  const builds = [1, 2].map(() => metadataIn(folder, 'a.pdf', cache));
  expect(builds).toEqual([['its author in it.'], ['its author in it.']]);
  expect(set).toHaveBeenCalledOnce();
  writeFileSync(join(folder, 'a.pdf'), pdf('<<>>'));
  expect(metadataIn(folder, 'a.pdf', cache)).toEqual([]);
  cache.close();
});
