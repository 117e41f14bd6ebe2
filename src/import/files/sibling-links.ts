import { readFileSync } from 'node:fs';
import type { Link } from 'mdast';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import { gfmParts } from '../../markdown/gfm-parts.ts';
import { replaceFile } from './write-file.ts';

/** Links to other articles of the same file: the slug in the Markdown, and the original address. */
type Siblings = ReadonlyMap<string, string>;

/**
 * Links between the articles of a file. An article is saved before it is known what becomes of those
 * that it links to: they may be refused, or get another slug because theirs is taken.
 */
export class SiblingLinks {
  readonly #slugs = new Map<string, string>();
  readonly #linking: { readonly file: string; readonly siblings: Siblings }[] = [];

  /**
   * @param wanted the slug that links to the article have
   * @param file where the article is now
   */
  add(wanted: string, file: string, siblings: Siblings = new Map()): void {
    const slug = /(?<slug>[^/]+?)(?:\/index)?\.md$/.exec(file)?.groups?.slug;
    if (slug !== undefined) this.#slugs.set(wanted, slug);
    // Most links lead to older articles, which are where they were expected. Without them, the links of a
    // large export need little memory.
    const unsure = new Map([...siblings].filter(([other]) => this.#slugs.get(other) !== other));
    if (unsure.size > 0) this.#linking.push({ file, siblings: unsure });
  }

  /** Corrects links to articles that are not where they were expected. */
  repair(): void {
    for (const { file, siblings } of this.#linking) {
      const addresses = new Map(
        [...siblings]
          .map(([wanted, address]) => [wanted, this.#slugs.get(wanted), address] as const)
          .filter(([wanted, slug]) => slug !== wanted)
          .map(([wanted, slug, address]) => [
            `${wanted}.md`,
            slug === undefined ? address : `${slug}.md`,
          ]),
      );
      if (addresses.size > 0) replaceFile(file, withLinks(readFileSync(file, 'utf8'), addresses));
    }
  }
}

/** @param addresses the new addresses of links, by the old ones */
function withLinks(markdown: string, addresses: ReadonlyMap<string, string>): string {
  const start = markdown.indexOf('\n---\n') + '\n---\n'.length;
  const body = markdown.slice(start);
  const parts: string[] = [];
  let end = 0;
  visit(remark().use(gfmParts).parse(body), 'link', (link: Link) => {
    const address = addresses.get(link.url);
    const from = link.children.at(-1)?.position?.end.offset;
    const to = link.position?.end.offset;
    if (address === undefined || from === undefined || to === undefined) return;
    parts.push(
      body.slice(end, from),
      body.slice(from, to).replace(link.url, () => address),
    );
    end = to;
  });
  return markdown.slice(0, start) + parts.join('') + body.slice(end);
}
