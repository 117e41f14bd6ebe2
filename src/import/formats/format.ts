import type { ChunkedFile } from '../containers/decode-chunks.ts';
import type { SlicedFile } from '../containers/sliced-file.ts';
import type { FormatName } from './format-names.ts';
import type { DocumentPart } from '../document/source-document.ts';

/** A file to import, as formats see it. */
export interface FormatInput extends ChunkedFile, SlicedFile {
  /** All bytes of the file, or only the first ones, if it is too large for other formats than streamed ones. */
  readonly bytes: Uint8Array;
  /** For messages, and to tell formats of text apart: `talks.md`. Empty for standard input. */
  readonly name: string;
  /** Returns the bytes of a file beside this one, or in the folder of `--media`. */
  readonly readBeside: (path: string) => Uint8Array | undefined;
}

/** A format that documents can be imported from. */
export interface Format {
  readonly name: FormatName;
  /** Without the dot. Files with these are found in folders. */
  readonly extensions: readonly string[];
  /**
   * Whether a file has this format.
   * @param start the first characters of the file, read as Latin-1
   */
  readonly matches: (start: string, input: FormatInput) => boolean;
  /**
   * Whether a file may have any size, because `read` uses its `chunks` and `slice`, and not its `bytes`.
   * @param start the first characters of the file, read as Latin-1
   */
  readonly streams?: (start: string) => boolean;
  /**
   * Reads the documents of a file.
   * @throws FormatError if the file is broken or hostile. See `readPart` for one of many articles
   */
  readonly read: (input: FormatInput) => Iterable<DocumentPart>;
}
