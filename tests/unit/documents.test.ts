import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Node } from 'mdast';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';

const documents = globSync(['*.md', '.github/*.md', 'src/**/*.md', 'tests/bench/*.md']);

/** A path from the root of the repository, in code. Paths in `content/` are examples. */
const PATH = /(?<![\w./-])(?:src|tests|public|\.github)\/[\w./[\]-]*/g;

describe.each(documents)('%s', (document) => {
  const { links, code } = read(document);

  test('has only relative links to existing files', () => {
    const relative = links.filter((url) => !/^(?:[a-z]+:|#)/i.test(url));
    const files = relative.map((url) => join(dirname(document), url.replace(/#.*/, '')));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  test('names only existing paths', () => {
    const paths = code.flatMap((text) => text.match(PATH) ?? []);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});

/** Returns the URLs of links and pictures, and the text of code spans and code blocks. */
function read(document: string): { links: string[]; code: string[] } {
  const links: string[] = [];
  const code: string[] = [];
  visit(remark().parse(readFileSync(document, 'utf8')), (node: Node) => {
    if ('url' in node) links.push(String(node.url));
    if ('value' in node && node.type !== 'text') code.push(String(node.value));
  });
  return { links, code };
}
