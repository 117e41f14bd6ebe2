import { customIssue, text } from './fields.ts';
import { conversionAdvice } from './recording.ts';

/** The path of a picture beside the article. Does not check that the file exists. */
export const picturePath = text.superRefine((path, context) => {
  const wrong = checkPicturePath(path);
  const right = exportAdvice(path) ?? 'Write the path of a picture beside the article: ./photo.jpg';
  if (wrong !== undefined) context.addIssue(customIssue([], { wrong, right }));
});

/**
 * Writes `photo.jpg` as `./photo.jpg`, as module resolvers require. Returns absolute paths and URLs
 * unchanged, for messages.
 */
export function toRelativePath(path: string): string {
  return path === '' || /^\.{0,2}\/|^[A-Z][A-Z\d+.-]*:/i.test(path) ? path : `./${path}`;
}

/**
 * Returns what is wrong with the path of a picture; `undefined` if it is valid. Refuses SVG,
 * because it can contain scripts.
 */
export function checkPicturePath(path: string): string | undefined {
  if (/^[A-Z][A-Z\d+.-]*:|^\/\//i.test(path)) {
    return `The picture "${path}" is an address, not a relative path.`;
  }
  if (path.startsWith('/')) return `The path "${path}" begins with a slash.`;
  if (path.split('/').includes('..')) {
    return `The path "${path}" leads outside the article's folder.`;
  }
  const invalid = /[\u0000-\u001F\u007F\\:*?"<>|#%]/.exec(path);
  if (invalid) return `The path "${path}" contains the character ${JSON.stringify(invalid[0])}.`;
  if (!isPictureName(path)) {
    return `"${path}" is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.`;
  }
  return undefined;
}

/** Whether a file name has the extension of a picture that can be published. */
export function isPictureName(path: string): boolean {
  return /\.(?:jpe?g|png|webp|avif|gif)$/i.test(path);
}

/** Says how to export a picture, or a recording, in a format that cannot be published. */
export function exportAdvice(path: string): string | undefined {
  if (/\.hei[cf]s?$/i.test(path)) {
    return 'Export it as JPEG: in Preview or Photos on a Mac, or in the Photos app of Windows. For new photos, choose "Most Compatible" in the camera settings of the iPhone.';
  }
  if (/\.svgz?$/i.test(path)) {
    return 'Export it as PNG, 2,400 pixels wide, from the program that drew it, or from Inkscape. An SVG can contain scripts.';
  }
  return conversionAdvice(path);
}
