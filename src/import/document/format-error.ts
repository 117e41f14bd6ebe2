import type { TextFault } from '../markdown/prove-article.ts';

/** Thrown by the reader of a format for a file that it refuses. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly fault: TextFault;

  constructor(wrong: string, right: string, place: Pick<TextFault, 'line' | 'key'> = {}) {
    super(wrong);
    this.fault = { ...place, wrong, right };
  }
}
