import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { openLargeZip } from '../../containers/read-zip.ts';
import { markFate } from '../../document/fate.ts';
import { FieldCollector } from '../../document/field-collector.ts';
import { FormatError } from '../../document/format-error.ts';
import type { DocumentPart, SourceDocument } from '../../document/source-document.ts';
import { plainTextOf } from '../../document/tree.ts';
import { decodeText } from '../decode-html.ts';
import type { Format, FormatInput } from '../format.ts';
import { pictureOf } from '../html/html.ts';
import { parseHtml } from '../html/parse-html.ts';
import { isZip, isZipWith } from '../is-zip-with.ts';
import { readPart } from '../read-part.ts';

/** The export of Medium: a page for each story, with the classes of h-entry. */
export const medium: Format = {
  name: 'medium',
  extensions: ['zip'],
  streams: isZip,
  matches: (start, input) =>
    /<article class="h-entry">\s*<header>\s*<h1 class="p-name">/.test(start) ||
    isZipWith(start, input, (paths) => paths.some((path) => STORY.test(path)), 'posts/'),
  read: readExport,
};

/** `posts/2021-03-03_New-quay-1a2b3c4d5e6f.html`, `posts/draft_New-quay-1a2b3c4d5e6f.html` */
const STORY = /(?:^|\/)posts\/(?:\d{4}-\d{2}-\d{2}|draft)_[^/]*\.html$/;

function* readExport(input: FormatInput): Generator<DocumentPart> {
  const start = Buffer.from(input.bytes.subarray(0, 4)).toString('latin1');
  if (!isZip(start)) {
    yield storyDocument(decodeText(input.bytes, 'utf-8'), input.name, new Map(), input);
    return;
  }
  const archive = openLargeZip(input);
  const paths = archive.paths.filter((path) => STORY.test(path));
  if (paths.length === 0) {
    throw new FormatError('The archive has no stories in posts/.', 'Export again from Medium.');
  }
  const slugs = new Map(
    paths
      .filter((path) => !isDraft(path))
      .map((path) => [idOf(path) ?? '', slugOf(path) ?? ''] as const),
  );
  for (const path of paths) {
    const part = path.split('/').at(-1) ?? path;
    yield readPart(part, () => {
      const html = decodeText(archive.read(path) ?? new Uint8Array(), 'utf-8');
      return { ...storyDocument(html, path, slugs, input), part };
    });
  }
}

function isDraft(path: string): boolean {
  return /(?:^|\/)draft_/.test(path);
}

/** Each story has a number of twelve digits, also in its address. */
function idOf(address: string): string | undefined {
  return /(?:^|[-/])(?<id>[\da-f]{8,12})(?:\.html)?(?:$|[?#])/.exec(address)?.groups?.id;
}

function slugOf(path: string): string | undefined {
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.html$/, '') ?? '';
  const words = name.replace(/^(?:\d{4}-\d{2}-\d{2}|draft)_/, '').replace(/-*[\da-f]{8,12}$/, '');
  return words === '' ? undefined : words.toLowerCase().replaceAll(/-{2,}/g, '-');
}

function storyDocument(
  html: string,
  path: string,
  slugs: ReadonlyMap<string, string>,
  input: FormatInput,
): SourceDocument {
  const tree = parseHtml(html, { fragment: false });
  const collected = new FieldCollector();
  const byClass = (name: string) => findByClass(tree, name);
  const title = byClass('p-name');
  collected.line('headline', '.p-name', title && plainTextOf(title));
  const summary = byClass('p-summary');
  collected.line('standfirst', '.p-summary', summary && plainTextOf(summary));
  const author = byClass('p-author');
  collected.names('byline', '.p-author', author ? [plainTextOf(author)] : []);
  const time = byClass('dt-published');
  const published = time?.properties.dateTime;
  if (isDraft(path)) collected.draft('file name', path.split('/').at(-1) ?? path);
  else if (typeof published === 'string') collected.date('published', '.dt-published', published);
  const fields = collected.fields();
  if (author) markFate(author, { moved: 'byline' });
  if (time && fields.published) markFate(time, { moved: 'published' });
  if (title) markFate(title, { moved: 'headline' });
  if (summary) markFate(summary, { moved: 'standfirst' });
  omitRepeated(tree, fields);
  const canonical = byClass('p-canonical')?.properties.href;
  const slug = slugOf(path);
  return {
    tree,
    fields,
    ...(canonical !== undefined && { base: canonical }),
    ...(slug !== undefined && { slug }),
    articleAt: (address) => {
      const id = /^https?:\/\//.test(address) ? idOf(address) : undefined;
      return id === undefined ? undefined : slugs.get(id);
    },
    picture: (src) => pictureOf(src, input),
    notes: collected.notes,
  };
}

function findByClass(tree: Root, name: string): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (node) => {
    if (!found && [node.properties.className ?? []].flat().includes(name)) found = node;
  });
  return found;
}

/** The body repeats title and subtitle. What is below it is about the export. */
function omitRepeated(tree: Root, { headline, standfirst }: SourceDocument['fields']): void {
  visit(tree, 'element', (node) => {
    if (node.data?.fate !== undefined) return SKIP;
    if (node.tagName === 'footer' || node.tagName === 'title') {
      markFate(node, { omitted: 'metadata' });
      return SKIP;
    }
    const classes = [node.properties.className ?? []].flat();
    // A line between the sections of a story, also above the first of them.
    if (classes.includes('section-divider') && isInFirstSection(tree, node)) {
      markFate(node, { omitted: 'hidden' });
      return SKIP;
    }
    const text = /^h[34]$/.test(node.tagName) ? plainTextOf(node) : '';
    if (text !== '' && classes.includes('graf--title') && text === headline?.value) {
      markFate(node, { moved: 'headline' });
    } else if (text !== '' && classes.includes('graf--subtitle') && text === standfirst?.value) {
      markFate(node, { omitted: 'repeated' });
    }
    return undefined;
  });
}

function isInFirstSection(tree: Root, node: Element): boolean {
  const section = findByClass(tree, 'section--first');
  return section?.children.includes(node) === true;
}
