import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Reports text that its writer probably means as a comment. A link comment that Markdown does not
 * recognize, because it continues a paragraph or is not complete, is a fault. Comments of other tools,
 * which can also be words, are warnings.
 *
 *     A paragraph.                     {/* MDX *\/}    {# Jinja #}    {>> CriticMarkup <<}
 *     [//]: # (ask the lawyer)         %% Obsidian %%
 */
export function probableComments() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    const found = [
      ...Array.from(source.matchAll(LINK_COMMENT), ({ index }) => ({ index, tool: undefined })),
      ...Array.from(source.matchAll(OTHER_TOOLS), ({ index, 0: tool }) => ({ index, tool })),
    ];
    if (found.length === 0) return;
    visit(tree, 'text', ({ position }) => {
      if (position?.start.offset === undefined) return;
      const { line, offset: start } = position.start;
      const text = source.slice(start, position.end.offset);
      for (const { index, tool } of found) {
        if (index < start || index >= start + text.length) continue;
        const before = text.slice(0, index - start);
        const place = { line: line + before.split('\n').length - 1, column: 1 };
        const message =
          tool === undefined
            ? file.message('Readers would see the line, which is probably a comment.', { place })
            : file.info(`In other tools, ${tool} begins a comment. Readers see it.`, { place });
        const [first = ''] = tool ?? '[';
        message.note = `For a comment, write <!-- … -->. To show it to readers, write \\${first} in place of ${first}.`;
      }
    });
  };
}

/** A link comment, also one that Markdown does not recognize: `[//]: # (a`, `[//]: # a`. */
const LINK_COMMENT = /(?<=^[\t >]{0,20})\[[^[\]\n]{0,300}\]:[\t ]{0,20}(?:#|<>)(?=\s|$)/gm;

const OTHER_TOOLS =
  /(?<![\\{])(?:\{\{?\/\*|\{>>|\{#(?![\w-])|\{%-?\s{0,9}comment\b)|(?<=^|\s)%%(?!%)/gm;

/** Whether a text that Markdown shows as it is would be reported. */
export function hasProbableComment(text: string): boolean {
  // `search`, because `test` would begin where the last match ended.
  return text.search(LINK_COMMENT) !== -1 || text.search(OTHER_TOOLS) !== -1;
}
