import type { Format } from '../format.ts';
import { isZipWith } from '../is-zip-with.ts';
import { readWord } from './read-document.ts';

const TYPES = '[Content_Types].xml';

/** Files of Word, and of Google Docs and LibreOffice when they save for Word. */
export const docx: Format = {
  name: 'docx',
  extensions: ['docx', 'docm', 'dotx'],
  matches: (start, input) => isZipWith(start, input, (paths) => paths.includes(TYPES), TYPES),
  read: (input) => [readWord(input)],
};
