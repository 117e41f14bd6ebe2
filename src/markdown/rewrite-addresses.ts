import { remark } from 'remark';
import { VFile } from 'vfile';
import { addresses } from './addresses.ts';
import { cjkEmphasis } from './cjk-emphasis.ts';
import type { TextRange } from './cut-text.ts';
import { decodeAddress } from './decode-address.ts';
import { gfmParts } from './gfm-parts.ts';
import { noHtmlBlocks } from './no-html-blocks.ts';
import { withoutMarks } from './without-marks.ts';

/**
 * Replaces the addresses of links and pictures in Markdown. All other characters stay the same.
 *
 *     ![A port](./port.jpg)  →  ![A port](../assets/port.3xK2.jpg)
 * @param rewrite gets a decoded address, and returns `undefined` to keep it
 * @param found the addresses (see `RenderedBody`). Without them, the text is parsed
 */
export function rewriteAddresses(
  markdown: string,
  rewrite: (address: string) => string | undefined,
  found?: readonly TextRange[],
): string {
  const text = withoutMarks(markdown);
  const skipped = markdown.length - text.length;
  let rewritten = '';
  let copied = 0;
  for (const range of found ?? findAddresses(text)) {
    const start = range.start + skipped;
    const end = range.end + skipped;
    const replacement = rewrite(decodeAddress(markdown.slice(start, end)));
    if (replacement === undefined) continue;
    rewritten += markdown.slice(copied, start) + replacement;
    copied = end;
  }
  return rewritten + markdown.slice(copied);
}

function findAddresses(markdown: string): readonly TextRange[] {
  const file = new VFile(markdown);
  processor.runSync(processor.parse(file), file);
  return file.data.addresses ?? [];
}

/** Parses as `bodyProcessor` does. */
const processor = remark().use(gfmParts).use(cjkEmphasis).use(noHtmlBlocks).use(addresses).freeze();
