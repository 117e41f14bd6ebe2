import { convert, type Conversion, type ConvertOptions } from '../../../../src/import/convert.ts';
import { readFileBeside } from '../../../../src/import/files/read-file-beside.ts';

/** Converts a document as the command does, in a publication in English. */
export function convertInput(
  data: string | Uint8Array,
  name: string,
  options: Partial<ConvertOptions> = {},
  folder?: string,
): Conversion[] {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  const readBeside = (path: string) => readFileBeside(path, { folder, media: options.media });
  return [
    ...convert(
      { bytes, name, readBeside },
      { standfirst: false, publicationLanguage: 'en', ...options },
    ),
  ];
}
