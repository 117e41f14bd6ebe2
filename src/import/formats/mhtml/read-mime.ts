import { FormatError } from '../../document/format-error.ts';

/** A part of a message, decoded. */
export interface MimePart {
  /** In lower case: `text/html`. */
  readonly type: string;
  readonly charset: string | undefined;
  /** The address that the part was saved from. */
  readonly location: string | undefined;
  /** Without `<` and `>`. */
  readonly id: string | undefined;
  readonly bytes: Uint8Array;
}

/** In parts. Pages have hundreds at most. */
const MAX_PARTS = 10_000;

/** The headers at the start of a message, by their names in lower case. Folded lines are joined. */
export function readHeaders(text: string): ReadonlyMap<string, string> {
  const lines = text.replaceAll(/\r?\n[\t ]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const [, name, value = ''] = /^([\w-]+):(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), value.trim()] as const];
    }),
  );
}

/**
 * Reads the parts of a multipart message (RFC 2046).
 * @throws FormatError if it is broken
 */
export function readParts(bytes: Uint8Array): MimePart[] {
  // Each byte becomes a character, so that nothing is lost before the encoding is known.
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const [head, body] = splitHead(message);
  const boundary = parameter(readHeaders(head).get('content-type') ?? '', 'boundary');
  if (boundary === undefined) throw broken('has no boundary between its parts');
  const sections = `\n${body}`.split(`\n--${boundary}`);
  const end = sections.pop() ?? '';
  if (!end.startsWith('--') || sections.length < 2) throw broken('was cut off');
  if (sections.length > MAX_PARTS) throw broken(`has more than ${MAX_PARTS} parts`);
  return sections.slice(1).map(readPart);
}

function readPart(section: string): MimePart {
  const [head, body] = splitHead(section.replace(/^[\t ]*\r?\n/, ''));
  const headers = readHeaders(head);
  const type = headers.get('content-type') ?? 'text/plain';
  return {
    type: type.split(';')[0]?.trim().toLowerCase() ?? '',
    charset: parameter(type, 'charset'),
    location: headers.get('content-location'),
    id: /<(?<id>[^<>]+)>/.exec(headers.get('content-id') ?? '')?.groups?.id,
    // The line end belongs to the boundary.
    bytes: decode(body.replace(/\r$/, ''), headers.get('content-transfer-encoding') ?? '7bit'),
  };
}

function splitHead(text: string): [string, string] {
  const gap = /\r?\n\r?\n/.exec(text);
  if (!gap) return [text, ''];
  return [text.slice(0, gap.index), text.slice(gap.index + gap[0].length)];
}

function decode(body: string, encoding: string): Uint8Array {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return Buffer.from(
        body
          .replaceAll(/[\t ]+(?=\r?\n)/g, '')
          .replaceAll(/=\r?\n/g, '')
          .replaceAll(/=([\da-f]{2})/gi, (_, hex: string) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          ),
        'latin1',
      );
    case '7bit':
    case '8bit':
    case 'binary':
      return Buffer.from(body, 'latin1');
    default:
      throw broken(`has a part in the unknown encoding ${encoding.slice(0, 40)}`);
  }
}

/** A parameter of a header, in quotes or not: `charset="utf-8"`. */
function parameter(header: string, name: string): string | undefined {
  const value = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header);
  return value?.[1] ?? value?.[2];
}

function broken(what: string): FormatError {
  return new FormatError(`The MHTML file ${what}.`, 'Save the page again.');
}
