import { fault, text } from './fields.ts';

const pictureExample = 'Write the path of a picture beside the article: ./photo.jpg';

/** A path to a picture beside the article, for use where no picture is to be opened. */
export const picturePath = text.superRefine((path, context) => {
  const wrong = faultOfPicturePath(path);
  if (wrong) context.addIssue(fault([], wrong, pictureExample));
});

/**
 * `photo.jpg` as `./photo.jpg`: to the author they are one file, to a module resolver they are not.
 * What is no path beside the article stays as it was written, for a message to quote.
 */
export function besideArticle(path: string): string {
  return path === '' || /^\.{0,2}\/|^[A-Z][A-Z\d+.-]*:/i.test(path) ? path : `./${path}`;
}

/**
 * Says what keeps `path` from naming a picture beside the article; `undefined` when nothing does.
 * Pictures are JPEG, PNG, WebP, AVIF or GIF. Not SVG: that is a program as much as a picture.
 */
export function faultOfPicturePath(path: string): string | undefined {
  if (/^[A-Z][A-Z\d+.-]*:|^\/\//i.test(path)) {
    return `The picture "${path}" is an address, not a file of this publication.`;
  }
  if (path.startsWith('/')) return `The path "${path}" begins with a slash.`;
  if (path.split('/').includes('..'))
    return `The path "${path}" leads out of the article's folder.`;
  const unfit = /[\u0000-\u001F\u007F\\:*?"<>|#%]/.exec(path);
  if (unfit) return `The path "${path}" holds the character ${JSON.stringify(unfit[0])}.`;
  if (!isPictureName(path)) {
    return `"${path}" is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.`;
  }
  return undefined;
}

/** Whether a name says that it is a picture of a kind that pages show. */
export function isPictureName(path: string): boolean {
  return /\.(?:jpe?g|png|webp|avif|gif)$/i.test(path);
}
