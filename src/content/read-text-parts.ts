import { findMergeConflicts } from './checks/find-merge-conflicts.ts';
import { decodeText } from './decode-text.ts';
import { readFrontMatter, type FrontMatterResult } from './yaml/read-front-matter.ts';

/** Decodes the bytes of a content file, and divides the text into front matter and body. */
export function readTextParts(bytes: Uint8Array): FrontMatterResult {
  const text = decodeText(bytes);
  if (!text.ok) return { ok: false, faults: [text.fault] };
  const conflicts = findMergeConflicts(text.value);
  if (conflicts.length > 0) return { ok: false, faults: conflicts };
  return readFrontMatter(text.value);
}
