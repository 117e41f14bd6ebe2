import { readFileSync } from 'node:fs';
import { markdownPath, relativeLink } from '../article/address.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import { rewriteAddresses } from '../markdown/rewrite-addresses.ts';
import type { PublishedArticle } from '../site/contents.ts';
import { sharedPicture } from '../site/shared-picture.ts';

/**
 * An article as Markdown to take along. The body is the author's to the character, but for the
 * addresses of pictures and of other articles, which lead to the files beside it. The front matter is
 * written anew: it says its language, and holds no comment that was meant for colleagues.
 */
export async function markdownCopy({
  slug,
  file,
  article,
  language,
  body: { pictures: wanted },
  pictures: opened,
}: PublishedArticle): Promise<string> {
  const path = markdownPath(slug);
  // Its front matter has been read: it is `article`.
  const source = splitFrontMatter(readFileSync(file, 'utf8'));
  if (!source.ok) throw new Error(`${file} changed while the site was built.`);
  const { image, ...keys } = article;
  const lead = image?.file && relativeLink(path, (await sharedPicture(image.file)).path);
  const frontMatter = {
    ...keys,
    draft: undefined,
    language,
    ...(image && { image: { ...image, file: lead } }),
  };
  const pictures = wanted.map(async (picture, index) => {
    const image = opened[index];
    const address = image && relativeLink(path, (await sharedPicture(image)).path);
    return [picture.file, address] as const;
  });
  const pictureAddresses = new Map(await Promise.all(pictures));
  const { body } = source;
  const rewritten =
    wanted.length === 0 && !MAY_LEAD_TO_ARTICLE.test(body)
      ? body
      : rewriteAddresses(body, (address) => pictureAddresses.get(address) ?? besideThis(address));
  return `---\n${yaml(frontMatter)}---\n${rewritten}`;
}

/** Where an address can end in `.md`, written as that, with a character reference or an escape. */
const MAY_LEAD_TO_ARTICLE = /\.md|&(?:#|period)|\\\./;

/** `../other/index.md#part` → `other.md#part`: here, every article is a file beside the others. */
function besideThis(address: string): string | undefined {
  const target = /^(?:\.{1,2}\/)?(?<slug>[^\s/\\:?#]+?)(?:\/index)?\.md(?<part>#.*)?$/.exec(
    address,
  );
  if (!target?.groups) return undefined;
  return `${encodeURIComponent(target.groups.slug ?? '')}.md${target.groups.part ?? ''}`;
}

/** Each key on a line, each value as JSON, which is YAML that nothing in a text can break. */
function yaml(keys: Readonly<Record<string, unknown>>): string {
  return Object.entries(keys)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}
