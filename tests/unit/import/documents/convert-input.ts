import { fileInMemory } from '../../../../src/import/containers/sliced-file.ts';
import { convert, type ConvertOptions } from '../../../../src/import/convert.ts';
import type { FileConversion } from '../../../../src/import/convert-file.ts';
import { readFileBeside } from '../../../../src/import/files/read-file-beside.ts';

/** Converts a document as the command does, in a publication in English. */
export function convertInput(
  data: string | Uint8Array,
  name: string,
  options: Partial<ConvertOptions> = {},
  folder?: string,
): FileConversion[] {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  const readBeside = (path: string) => readFileBeside(path, { folder, media: options.media });
  return [
    ...convert(
      { ...fileInMemory(bytes), name, readBeside },
      { standfirst: false, publicationLanguage: 'en', ...options },
    ),
  ];
}
