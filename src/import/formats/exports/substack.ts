import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { openLargeZip } from '../../containers/read-zip.ts';
import { markFate } from '../../document/fate.ts';
import { FieldCollector } from '../../document/field-collector.ts';
import { FormatError } from '../../document/format-error.ts';
import type { DocumentPart, SourceDocument } from '../../document/source-document.ts';
import { decodeText } from '../decode-html.ts';
import { exportDocument, skippedPart } from '../export-document.ts';
import type { Format, FormatInput } from '../format.ts';
import { isZip, isZipWith } from '../is-zip-with.ts';
import { parseCsv } from './parse-csv.ts';
import { readPart } from '../read-part.ts';

/** The export of Substack: posts.csv lists the posts, and posts/ has their texts. */
export const substack: Format = {
  name: 'substack',
  extensions: ['csv', 'zip'],
  streams: isZip,
  matches: (start, input) =>
    /^\s*"?post_id"?,/.test(start) ||
    isZipWith(start, input, (paths) => paths.some((path) => LIST.test(path)), 'posts.csv'),
  read: readExport,
};

const LIST = /(?:^|\/)posts\.csv$/;

type Row = Readonly<Record<string, string>>;

function* readExport(input: FormatInput): Generator<DocumentPart> {
  const { list, read } = openExport(input);
  const rows = parseCsv(decodeText(list, input.encoding));
  if (rows.length === 0) {
    throw new FormatError('posts.csv lists no posts.', 'Check that this is the right file.');
  }
  const slugs = new Set(rows.filter((row) => isPublished(row)).map((row) => slugOf(row) ?? ''));
  for (const [index, row] of rows.entries()) {
    const part = `post ${index + 1}`;
    yield readPart(part, () => {
      const bytes = read(`posts/${row.post_id ?? ''}.html`);
      const html = bytes && decodeText(bytes, 'utf-8');
      const type = row.type ?? 'newsletter';
      return type === 'newsletter' || type === 'podcast' || type === 'adhoc_email'
        ? postDocument(row, { html, part, slugs, input })
        : skippedPart(type, part, [row.title, row.subtitle, html]);
    });
  }
}

/** Substack's notes: a number that leads back, and the text beside it. */
function readFootnotes(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.properties.dataComponentName !== 'FootnoteToDOM') return;
    const [number] = node.children.filter((child) => child.type === 'element');
    if (number?.tagName !== 'a' || number.properties.id === undefined) return;
    node.properties = { id: number.properties.id, role: 'doc-footnote' };
    number.properties = {};
    markFate(number, { omitted: 'repeated' });
  });
}

/** The files of an export: in an archive, or in a folder. */
function openExport(input: FormatInput) {
  const start = Buffer.from(input.bytes.subarray(0, 4)).toString('latin1');
  if (!isZip(start)) return { list: input.bytes, read: input.readBeside };
  const archive = openLargeZip(input);
  const list = archive.paths.find((path) => /(?:^|\/)posts\.csv$/.test(path)) ?? '';
  const folder = list.replace(/posts\.csv$/, '');
  return {
    list: archive.read(list) ?? new Uint8Array(),
    read: (path: string) => archive.read(folder + path),
  };
}

function isPublished({ is_published: published, audience = 'everyone' }: Row): boolean {
  return published === 'true' && audience === 'everyone';
}

/** `12345678.new-quay` */
function slugOf({ post_id: id = '' }: Row): string | undefined {
  const slug = id.replace(/^\d+\.?/, '');
  return slug === '' ? undefined : slug;
}

function postDocument(
  row: Row,
  {
    html,
    part,
    slugs,
    input,
  }: { html: string | undefined; part: string; slugs: ReadonlySet<string>; input: FormatInput },
): SourceDocument {
  const collected = new FieldCollector();
  collected.line('headline', 'title', row.title);
  collected.line('standfirst', 'subtitle', row.subtitle);
  const { audience = 'everyone' } = row;
  if (row.is_published === 'true') collected.date('published', 'post_date', row.post_date);
  else collected.draft('is_published', row.is_published ?? '');
  if (row.is_published === 'true' && audience !== 'everyone') {
    const note = `The post was not public (${audience}). It is a draft here.`;
    collected.draft('audience', audience, note);
  }
  collected.other('podcast_url', row.podcast_url);
  const slug = slugOf(row);
  return exportDocument(
    {
      collected,
      html: html ?? '',
      part,
      prepare: readFootnotes,
      ...(slug !== undefined && { slug }),
      ...(html === undefined && {
        doubt: {
          wrong: `There is no file posts/${row.post_id ?? ''}.html with the text of this post.`,
          right: 'Unpack the whole export, or import its ZIP archive.',
        },
      }),
      articleAt: (address) => {
        const linked = /^https?:\/\/[^/]+\/p\/(?<slug>[\w-]+)(?:$|[?#/])/.exec(address)?.groups
          ?.slug;
        return linked !== undefined && slugs.has(linked) ? linked : undefined;
      },
    },
    input,
  );
}
