/** What a file is, and what to do with it. */
export interface DocumentKind {
  readonly kind: string;
  readonly right: string;
}

/** What a file is, if its first bytes show that it is not plain text. */
export function documentKind(bytes: Uint8Array): DocumentKind | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16));
  if (start.subarray(0, COMPOUND.length).equals(COMPOUND)) return officeKind(bytes);
  const found = KINDS.find(([signature]) => start.subarray(0, signature.length).equals(signature));
  if (!found) return undefined;
  const [, kind, right = 'Save it as plain text first, and import that.'] = found;
  return { kind, right };
}

/** Files of Office before 2007, and what Office still puts protected documents into. */
const COMPOUND = Buffer.from('D0CF11E0A1B11AE1', 'hex');

function officeKind(bytes: Uint8Array): DocumentKind {
  const isProtected = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  if (isProtected) {
    return {
      kind: 'a document that is protected with a password',
      right: 'Open it, save it as .docx without a password, and import that.',
    };
  }
  return {
    kind: 'an old Word document',
    right: 'Open it in Word or LibreOffice, save it as .docx, and import that.',
  };
}

const KINDS: readonly (readonly [Buffer, string, string?])[] = [
  [Buffer.from('%PDF-'), 'a PDF document'],
  [
    Buffer.from('{\\rtf'),
    'a rich text document (RTF)',
    'Open it in Word or LibreOffice, save it as .docx, and import that.',
  ],
  [Buffer.from('PK\u0003\u0004'), 'a ZIP archive', 'Unpack it, and import the files in it.'],
  [Buffer.from('89504E470D0A1A0A', 'hex'), 'a picture (PNG)'],
  [Buffer.from('FFD8FF', 'hex'), 'a picture (JPEG)'],
  [Buffer.from('GIF8'), 'a picture (GIF)'],
  [Buffer.from('1F8B', 'hex'), 'a compressed file (gzip)'],
  [Buffer.from('FFFE0000', 'hex'), 'UTF-32 text'],
  [Buffer.from('0000FEFF', 'hex'), 'UTF-32 text'],
];
