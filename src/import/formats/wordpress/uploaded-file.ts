import type { FormatInput } from '../format.ts';
import { pictureOf } from '../html/html.ts';

/**
 * Finds a picture of a site in the folder of `--media`: by its path in the folder of uploads, or by its
 * name; also the original of a smaller copy (`photo-300x200.jpg`).
 */
export function uploadedFile(src: string, input: FormatInput): Uint8Array | undefined {
  if (/^data:/i.test(src)) return pictureOf(src, input);
  const path = URL.parse(src, 'https://example.org/')?.pathname.slice(1) ?? '';
  const upload = /(?:^|\/)(?:uploads|files|images|media)\/(?<path>.+)$/.exec(path)?.groups?.path;
  const names = [path, upload, path.split('/').at(-1)].filter((name) => name !== undefined);
  const originals = names.map((name) => name.replace(/-(?:\d+x\d+|scaled)(?=\.\w+$)/, ''));
  for (const name of new Set([...names, ...originals])) {
    const bytes = name === '' ? undefined : input.readBeside(name);
    if (bytes) return bytes;
  }
  return undefined;
}
