import type { CompileContext, Token } from 'mdast-util-from-markdown';
import { remark } from 'remark';
import type { Processor } from 'unified';
import { decodeAddress } from './decode-address.ts';
import { gfmParts } from './gfm-parts.ts';

/**
 * Exchanges addresses of links and pictures within Markdown. Every other character stays as it is.
 *
 *     ![A port](./port.jpg)  →  ![A port](../assets/port.3xK2.jpg)
 * @param rewrite takes an address as its author wrote it; `undefined` leaves it alone
 */
export function rewriteAddresses(
  markdown: string,
  rewrite: (address: string) => string | undefined,
): string {
  const found: Token[] = [];
  remark().use(gfmParts).use(collectDestinations, found).parse(markdown);
  // The parser leaves out a byte order mark at the beginning, and does not count it.
  const leftOut = markdown.startsWith('\uFEFF') ? 1 : 0;
  let rewritten = '';
  let copied = 0;
  for (const token of found) {
    const start = token.start.offset + leftOut;
    const end = token.end.offset + leftOut;
    const replacement = rewrite(decodeAddress(markdown.slice(start, end)));
    if (replacement === undefined) continue;
    rewritten += markdown.slice(copied, start) + replacement;
    copied = end;
  }
  return rewritten + markdown.slice(copied);
}

/** Notes where the addresses stand, which the tree does not tell: it knows only whole links. */
function collectDestinations(this: Processor, found: Token[]): void {
  function note(this: CompileContext, token: Token): void {
    found.push(token);
    // What the parser itself does here, and this takes the place of.
    this.buffer();
  }
  const data = this.data();
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({
    enter: { resourceDestinationString: note, definitionDestinationString: note },
  });
}
