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
  let rewritten = '';
  let end = 0;
  for (const token of found) {
    const address = markdown.slice(token.start.offset, token.end.offset);
    const replacement = rewrite(decodeAddress(address));
    if (replacement === undefined) continue;
    rewritten += markdown.slice(end, token.start.offset) + replacement;
    end = token.end.offset;
  }
  return rewritten + markdown.slice(end);
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
