import type { CompileContext, Token } from 'mdast-util-from-markdown';
import { remark } from 'remark';
import type { Processor } from 'unified';
import { decodeAddress } from './decode-address.ts';
import { gfmParts } from './gfm-parts.ts';

/**
 * Replaces the addresses of links and pictures in Markdown. All other characters stay the same.
 *
 *     ![A port](./port.jpg)  →  ![A port](../assets/port.3xK2.jpg)
 * @param rewrite gets a decoded address, and returns `undefined` to keep it
 */
export function rewriteAddresses(
  markdown: string,
  rewrite: (address: string) => string | undefined,
): string {
  const found: Token[] = [];
  remark().use(gfmParts).use(collectDestinations, found).parse(markdown);
  // The parser does not count a byte order mark at the start.
  const skipped = markdown.startsWith('\uFEFF') ? 1 : 0;
  let rewritten = '';
  let copied = 0;
  for (const token of found) {
    const start = token.start.offset + skipped;
    const end = token.end.offset + skipped;
    const replacement = rewrite(decodeAddress(markdown.slice(start, end)));
    if (replacement === undefined) continue;
    rewritten += markdown.slice(copied, start) + replacement;
    copied = end;
  }
  return rewritten + markdown.slice(copied);
}

/** Collects the positions of addresses. The tree has only those of complete links. */
function collectDestinations(this: Processor, found: Token[]): void {
  function collect(this: CompileContext, token: Token): void {
    found.push(token);
    // As in the handler that this one replaces.
    this.buffer();
  }
  const data = this.data();
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({
    enter: { resourceDestinationString: collect, definitionDestinationString: collect },
  });
}
