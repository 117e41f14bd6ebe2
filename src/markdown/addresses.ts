import type { Root } from 'mdast';
import type { CompileContext, Token } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import type { TextRange } from './cut-text.ts';

declare module 'mdast' {
  interface RootData {
    addresses?: TextRange[];
  }
}

declare module 'vfile' {
  interface DataMap {
    addresses: readonly TextRange[];
  }
}

/**
 * Notes where the addresses of links, pictures and definitions are, in the order of the text. The tree
 * does not have their positions.
 *
 *     [A port](port.md)  →  [{ start: 9, end: 16 }]
 */
export function addresses(this: Processor) {
  const data = this.data();
  (data.fromMarkdownExtensions ??= []).push({
    enter: { resourceDestinationString: note, definitionDestinationString: note },
  });
  return ({ data: { addresses = [] } = {} }: Root, file: VFile): void => {
    file.data.addresses = addresses;
  };
}

function note(this: CompileContext, { start, end }: Token): void {
  const [root] = this.stack;
  if (root?.type === 'root') {
    const data = (root.data ??= {});
    (data.addresses ??= []).push({ start: start.offset, end: end.offset });
  }
  // As in the handler that this one replaces.
  this.buffer();
}
