/**
 * The types of files beside an article that links can lead to. Browsers run nothing in them: no HTML,
 * SVG or XML, which can contain scripts.
 */
export const LINKABLE_FILES = [
  ...['pdf', 'txt', 'csv', 'tsv', 'epub', 'zip'],
  ...['doc', 'docx', 'odt', 'rtf', 'xls', 'xlsx', 'ods', 'ppt', 'pptx', 'odp'],
  ...['mp3', 'm4a', 'ogg', 'opus', 'wav', 'mp4', 'webm', 'ics'],
] as const;

const LINKABLE_NAME = new RegExp(`[^/.][^/]*\\.(?:${LINKABLE_FILES.join('|')})$`, 'i');

/**
 * Returns why links cannot lead to a file beside the article; `undefined` if they can.
 * @param path relative to the article, normalized
 */
export function checkFilePath(path: string): string | undefined {
  if (path.split('/').some((name) => name.startsWith('.'))) {
    return `"${path}" is the name of a hidden file.`;
  }
  if (!LINKABLE_NAME.test(path)) return `Articles cannot link to a file like "${path}".`;
  return undefined;
}
