import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fileInMemory } from '../../../../src/import/containers/sliced-file.ts';
import { convert } from '../../../../src/import/convert.ts';
import { convertPicture } from '../../../../src/import/document/convert-picture.ts';

/** Converts a page with pictures beside it. */
function convertWith(pictures: Readonly<Record<string, Uint8Array>>, acceptOmissions = false) {
  const images = Object.keys(pictures).map((src) => `<p><img src="${src}" alt="Alt"></p>`);
  const bytes = Buffer.from(`<div><h1>Quay</h1><p>First.</p>${images.join('')}<p>Last.</p></div>`);
  const input = {
    ...fileInMemory(bytes),
    name: 'a.html',
    readBeside: (src: string) => pictures[src],
  };
  const options = { standfirst: false, publicationLanguage: 'en', acceptOmissions };
  const [conversion] = convert(input, options);
  if (!conversion || 'skipped' in conversion) throw new Error('There is no article.');
  return conversion;
}

const svg = (content: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">${content}</svg>`);

test('TIFF becomes upright PNG without its metadata, and the same bytes one file', async () => {
  const tiff = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#f00' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><x:a>camera-owner</x:a></x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .tiff()
    .toBuffer();
  expect(tiff.includes('camera-owner')).toBe(true);

  const conversion = convertWith({ 'scan.tif': tiff, 'copy.tiff': tiff });

  if (!conversion.ok) throw new Error(JSON.stringify(conversion.faults));
  const [picture, ...others] = conversion.pictures ?? [];
  expect(others).toEqual([]);
  expect(picture?.name).toBe('scan.png');
  const bytes = Buffer.from(picture?.bytes ?? []);
  expect(bytes.includes('camera-owner')).toBe(false);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 20, height: 30 });
  expect(conversion.markdown.match(/\(\.\/scan\.png\)/g)).toHaveLength(2);
});

test('a drawing that takes too much processor time is refused', () => {
  const filters = '<feTurbulence numOctaves="99"/><feMorphology radius="200"/>'.repeat(20);
  const slow = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"><filter id="f">${filters}</filter><rect filter="url(#f)" width="2000" height="2000"/></svg>`;
  expect(convertPicture(Buffer.from(slow), 1)).toEqual({
    ok: false,
    isHostile: true,
    advice: expect.stringContaining('it takes too long to convert') as unknown,
  });
});

test('SVG becomes PNG, and opens no other file', async () => {
  const red = svg('<rect width="40" height="30" fill="red"/>');
  const address = new URL('../../../../.github/screenshot.png', import.meta.url).href;
  const stealing = svg(`<script>x</script><image href="${address}" width="40" height="30"/>`);

  const conversion = convertWith({ 'red.svg': red, 'stealing.svg': stealing });

  if (!conversion.ok) throw new Error(JSON.stringify(conversion.faults));
  const maxima = await Promise.all(
    (conversion.pictures ?? []).map(async ({ bytes }) => {
      const { channels } = await sharp(bytes).stats();
      return channels.map(({ max }) => max);
    }),
  );
  expect(maxima).toEqual([[255, 0, 0, 255], [0, 0, 0, 0]]); // prettier-ignore
});

test('drawings and pictures that cannot be converted are named, with what to do', () => {
  const metafile = Buffer.alloc(64);
  metafile.writeUInt32LE(1);
  metafile.write(' EMF', 40, 'latin1');
  const pictures = {
    'chart.emf': metafile,
    'old.bmp': Buffer.from('BM-something'),
    'entities.svg': Buffer.from(
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    ),
    'broken.tif': Buffer.from('II*\0broken'),
  };

  const refused = convertWith(pictures);
  const accepted = convertWith(pictures, true);

  if (refused.ok || !accepted.ok) throw new Error('Only the second must be an article.');
  const advice = refused.faults.map(({ wrong, right }) => `${wrong} ${right}`);
  expect(advice).toEqual([
    expect.stringMatching(/chart\.emf.*It is EMF, which browsers do not show\. Save it as PNG.*--accept-omissions/),
    expect.stringMatching(/old\.bmp.*It is BMP/),
    expect.stringMatching(/entities\.svg.*It is SVG, which cannot be converted: it has XML entities/),
    expect.stringMatching(/broken\.tif.*It is TIFF, which cannot be converted/),
  ]); // prettier-ignore
  expect(accepted.recognised.notes.join('\n')).toContain(
    'The picture chart.emf was left out. It is EMF',
  );
});
