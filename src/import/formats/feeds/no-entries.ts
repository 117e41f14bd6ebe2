import { FormatError } from '../../document/format-error.ts';

export function noEntries(): FormatError {
  return new FormatError('The feed has no entries.', 'Check that this is the right file.');
}
