import { streamJson } from '../../containers/stream-json.ts';
import { escapeHtml } from '../../containers/xml-to-html.ts';
import { FieldCollector } from '../../document/field-collector.ts';
import type { DocumentPart, SourceDocument } from '../../document/source-document.ts';
import { exportDocument, slugOfAddress } from '../export-document.ts';
import type { FormatInput } from '../format.ts';
import { isObject, objectsIn, textIn, textsIn, type JsonObject } from '../read-json.ts';
import { readPart } from '../read-part.ts';
import { NO_TEXT, SUMMARY_ALONE } from './full-text.ts';
import { noEntries } from './no-entries.ts';
import { summaryFor } from './rss.ts';

/** Keys that are used as something other than metadata. */
const USED = new Set(['id', 'title', 'url', 'summary', 'content_html', 'content_text', 'date_published', 'date_modified', 'authors', 'author', 'tags', 'language', 'image']); // prettier-ignore

/**
 * Reads the items of a JSON Feed (https://www.jsonfeed.org/version/1.1/). Reads it twice: its authors
 * can be behind the items, and it can be cut off.
 */
export function* readJsonFeed(input: FormatInput): Generator<DocumentPart> {
  const feed = readAbout(input);
  let number = 0;
  for (const { value } of streamJson(input, [ITEMS])) {
    if (!isObject(value)) continue;
    number++;
    const part = `item ${number}`;
    yield readPart(part, () => itemDocument(value, { feed, part, input }));
  }
  if (number === 0) throw noEntries();
}

const ITEMS = '$.items.*';
/** What a feed says about all its items. */
const ABOUT = ['$.language', '$.authors', '$.author'];

function readAbout(input: FormatInput): JsonObject {
  const about: [string, unknown][] = [];
  for (const { path, value } of streamJson(input, [ITEMS, ...ABOUT])) {
    if (path.length === 1) about.push([String(path[0]), value]);
  }
  return Object.fromEntries(about);
}

interface Item {
  readonly feed: JsonObject;
  readonly part: string;
  readonly input: FormatInput;
}

function itemDocument(item: JsonObject, { feed, part, input }: Item): SourceDocument {
  const collected = new FieldCollector();
  const text = textIn(item, 'content_text');
  const html =
    textIn(item, 'content_html') ?? (text === undefined ? undefined : paragraphsOf(text));
  const summary = textIn(item, 'summary');
  const url = textIn(item, 'url');
  collected.line('headline', 'title', textIn(item, 'title'));
  if (html !== undefined) {
    collected.line('standfirst', 'summary', summaryFor(html, summary && escapeHtml(summary)));
  }
  const own = authorsOf(item);
  collected.names('byline', 'authors', own.length > 0 ? own : authorsOf(feed));
  collected.date('published', 'date_published', textIn(item, 'date_published'));
  collected.date('updated', 'date_modified', textIn(item, 'date_modified'));
  collected.language('language', textIn(item, 'language') ?? textIn(feed, 'language'));
  collected.names(
    'topics',
    'tags',
    textsIn(item.tags).map(({ text: tag }) => tag),
  );
  collected.image('image', { ...imageOf(item) });
  collected.other('url', url);
  for (const [key, value] of Object.entries(item)) {
    if (USED.has(key)) continue;
    for (const one of textsIn(value, key)) collected.other(one.key, one.text);
  }
  const slug = slugOfAddress(url);
  return exportDocument(
    {
      collected,
      html: html ?? (summary === undefined ? '' : paragraphsOf(summary)),
      part,
      ...(url !== undefined && { base: url }),
      ...(slug !== undefined && { slug }),
      ...(html === undefined && { doubt: summary === undefined ? NO_TEXT : SUMMARY_ALONE }),
    },
    input,
  );
}

function imageOf(item: JsonObject): { readonly src?: string } {
  const src = textIn(item, 'image');
  return src === undefined ? {} : { src };
}

function authorsOf(object: JsonObject): string[] {
  const authors = isObject(object.author) ? [object.author] : objectsIn(object.authors);
  return authors.map((author) => textIn(author, 'name') ?? '');
}

/** Plain text as HTML: blank lines separate paragraphs. */
export function paragraphsOf(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}
