import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** The text of all metadata below. No built site may contain it. */
export const SECRET = 'Jane-Source-SECRET';

type Format = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

/** The formats of private pictures. */
export const FORMATS = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const satisfies readonly Format[];

const EXIF = {
  IFD0: { Artist: SECRET, Copyright: SECRET, ImageDescription: SECRET },
  IFD2: { UserComment: SECRET },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100', GPSAreaInformation: SECRET },
} as const;

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${SECRET}"/></rdf:RDF></x:xmpmeta>`;

/**
 * A picture, red above and blue below, with `SECRET` in every kind of metadata of its format. It is
 * stored rotated, with the orientation that undoes that, except as GIF, which has no orientation.
 * @param width in pixels, after the rotation is undone
 */
export async function privatePicture(
  format: Format,
  width: number,
  height: number,
): Promise<Buffer> {
  const upright = await sharp({ create: { width, height, channels: 3, background: '#0000ff' } })
    .composite([{ input: await plain('#ff0000', width, Math.ceil(height / 2)), gravity: 'north' }])
    .png()
    .toBuffer();
  if (format === 'gif') return withGifComment(await sharp(upright).gif().toBuffer());
  const stored = await sharp(upright)
    .rotate(-90)
    .toFormat(format)
    .withMetadata({ orientation: 6 })
    .withExifMerge(EXIF)
    .withXmp(XMP)
    .toBuffer();
  if (format === 'jpeg') return withJpegSegments(stored);
  return format === 'png' ? withPngText(stored) : stored;
}

/** An animation of three frames in three colours, with `SECRET` in its metadata. */
export async function privateAnimation(
  format: 'gif' | 'webp',
  width: number,
  height: number,
): Promise<Buffer> {
  const frames = await Promise.all(
    ['#ff0000', '#00ff00', '#0000ff'].map((colour) => plain(colour, width, height)),
  );
  const animation = sharp(frames, { join: { animated: true } });
  return format === 'gif'
    ? withGifComment(await animation.gif({ delay: [100, 200, 300] }).toBuffer())
    : animation
        .webp({ delay: [100, 200, 300] })
        .withExif(EXIF)
        .withXmp(XMP)
        .toBuffer();
}

/**
 * A picture in a green of Display P3 that is outside sRGB, with a colour profile named `SECRET`:
 * the profile of a screen can contain its serial number.
 */
export async function widePicture(width: number, height: number): Promise<Buffer> {
  const green = await plain('#00ff00', width, height);
  const { icc } = await sharp(await sharp(green).withIccProfile('p3').toBuffer()).metadata();
  if (icc === undefined) throw new Error('sharp attached no profile.');
  const compressed = deflateSync(withProfileName(icc));
  // After the signature and the header.
  return insert(green, 33, pngChunk('iCCP', Buffer.concat([Buffer.from('name\0\0'), compressed])));
}

async function plain(background: string, width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

function insert(bytes: Buffer, at: number, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([bytes.subarray(0, at), ...parts, bytes.subarray(at)]);
}

/** Adds a comment, and IPTC data as Photoshop writes it. */
function withJpegSegments(jpeg: Buffer): Buffer {
  const byline = Buffer.concat([Buffer.from([0x1c, 2, 80, 0, SECRET.length]), Buffer.from(SECRET)]);
  const size = Buffer.from([0, 0, 0, byline.length]);
  const iptc = ['Photoshop 3.0\0', '8BIM', '\x04\x04', '\0\0'].map((text) => Buffer.from(text));
  const even = Buffer.alloc(byline.length % 2);
  return insert(
    jpeg,
    2,
    jpegSegment(0xfe, Buffer.from(SECRET)),
    jpegSegment(0xed, Buffer.concat([...iptc, size, byline, even])),
  );
}

function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

function withPngText(png: Buffer): Buffer {
  return insert(png, 33, pngChunk('tEXt', Buffer.from(`Author\0${SECRET}`)));
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}

/** Adds a comment before and after the frames. */
function withGifComment(gif: Buffer): Buffer {
  const text = Buffer.from(SECRET);
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe, text.length]), text, Buffer.from([0])]);
  const palette = ((gif[10] ?? 0) & 0x80) === 0 ? 0 : 3 * 2 ** (((gif[10] ?? 0) & 7) + 1);
  return insert(insert(gif, gif.length - 1, comment), 13 + palette, comment);
}

/** Renames a profile, with a text at its end (ICC.1:2022, 10.15). */
function withProfileName(icc: Buffer): Buffer {
  const name = Buffer.from(SECRET, 'utf16le').swap16();
  const text = Buffer.alloc(28);
  text.write('mluc');
  text.writeUInt32BE(1, 8);
  text.writeUInt32BE(12, 12);
  text.write('enUS', 16);
  text.writeUInt32BE(name.length, 20);
  text.writeUInt32BE(28, 24);
  const named = Buffer.concat([icc, text, name]);
  named.writeUInt32BE(named.length, 0);
  const description = named.indexOf('desc', 128);
  named.writeUInt32BE(icc.length, description + 4);
  named.writeUInt32BE(text.length + name.length, description + 8);
  return named;
}
