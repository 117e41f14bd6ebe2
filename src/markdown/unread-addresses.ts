import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Reports pictures and links that Markdown shows as text, because their path contains spaces.
 *
 *     ![A port](The port.jpg)  →  a fault that says: ![A port](<The port.jpg>)
 */
export function unreadAddresses() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'text', ({ position }) => {
      const start = position?.start.offset;
      if (start === undefined) return;
      const source = String(file).slice(start, position?.end.offset);
      for (const { index, groups } of source.matchAll(UNREAD)) {
        const { mark = '', words = '', path = '', title = '' } = groups ?? {};
        const line = position?.start.line ?? 1;
        const offset = source.slice(0, index).split('\n').length - 1;
        const what = mark === '' ? 'link' : 'picture';
        file.message(`The ${what} is shown as text, because its path contains spaces.`, {
          line: line + offset,
          column: 1,
        }).note = `Put the path in angle brackets: ${mark}[${words}](<${path}>${title})`;
      }
    });
  };
}

/**
 * The path ends with a file extension, and can contain a number in parentheses. All quantifiers have
 * limits, so that the time stays proportional to the length of the text.
 */
const UNREAD =
  /(?<![\\!])(?<mark>!?)\[(?<words>[^[\]\n]{0,300})\]\((?<path>[^\s()<>"][^\n()<>"]{0,200}(?:\([^\n()<>"]{0,20}\))?[^\n()<>"]{0,20}?\.[a-z\d]{2,5})(?<title>\s{1,9}"[^"\n]{0,500}")?\s{0,9}\)/gi;
