import { FieldCollector } from '../../document/field-collector.ts';
import type { SkippedPart, SourceDocument } from '../../document/source-document.ts';
import { exportDocument, skippedPart } from '../export-document.ts';
import { paragraphsOf } from '../feeds/json-feed.ts';
import type { Format, FormatInput } from '../format.ts';
import { escapeHtml } from '../../containers/xml-to-html.ts';
import { isObject, objectsIn, readJson, textIn, textsIn, type JsonObject } from '../read-json.ts';
import { addDateline } from './add-dateline.ts';
import { addState } from './item-state.ts';
import { namesInByline } from './names-in-byline.ts';

/** News in JSON, versions 1 to 3 (https://iptc.org/standards/ninjs/). */
export const ninjs: Format = {
  name: 'ninjs',
  extensions: ['json'],
  matches: (start, input) => /^\s*\{/.test(start) && isNinjs(input),
  read: readItem,
};

function isNinjs(input: FormatInput): boolean {
  try {
    const item = readJson(input);
    const keys = Object.keys(item);
    return (
      // Superdesk writes a `guid` instead of the address.
      ('uri' in item || 'guid' in item) &&
      keys.some((key) => /^(?:head|bod|version_?created|pub_?status)/i.test(key))
    );
  } catch {
    return false;
  }
}

/** Keys that are used as something other than metadata, and those for machines. */
const USED =
  /^(?:headlines?(?:_\w+)?|body_\w+|bodies|by|byline|first_?created|version_?created|language|subjects?|pub_?status|embargoed|located|associations|renditions|descriptions?(?:_text|_main)?|\$.*|standard|version)$/i;

function readItem(input: FormatInput): (SourceDocument | SkippedPart)[] {
  const item = readJson(input);
  const html = bodyOf(item);
  const type = textIn(item, 'type');
  // The text of a picture says what is to be seen on it.
  const isPicture = type === 'picture' || type === 'graphic';
  if (type !== undefined && type !== 'text' && (html === undefined || isPicture)) {
    return [
      skippedPart(
        `${type} item`,
        `${type} item`,
        textsIn(item).map(({ text }) => text),
      ),
    ];
  }
  const collected = new FieldCollector();
  collected.line('headline', 'headline', valueOf(item, 'headline'));
  collected.line('standfirst', 'description', valueOf(item, 'description'));
  const byline = textIn(item, 'byline') ?? textIn(item, 'by');
  collected.names('byline', 'byline', byline === undefined ? [] : namesInByline(byline));
  addDateline('located', textIn(item, 'located'), html ?? '', collected);
  const created = textIn(item, 'firstcreated') ?? textIn(item, 'firstCreated');
  const version = textIn(item, 'versioncreated') ?? textIn(item, 'versionCreated');
  collected.date('published', 'firstcreated', created);
  collected.date(created === undefined ? 'published' : 'updated', 'versioncreated', version);
  collected.language('language', textIn(item, 'language'));
  for (const subject of objectsIn(item.subject ?? item.subjects)) {
    collected.names('topics', 'subject', [textIn(subject, 'name') ?? '']);
  }
  const embargo = textIn(item, 'embargoed');
  addState({ status: textIn(item, 'pubstatus') ?? textIn(item, 'pubStatus'), embargo }, collected);
  const [lead, ...others] = picturesOf(item);
  if (lead) collected.image('associations', lead);
  for (const [key, value] of Object.entries(item)) {
    if (USED.test(key)) continue;
    for (const one of textsIn(value, key)) collected.other(one.key, one.text);
  }
  return [exportDocument({ collected, html: (html ?? '') + others.map(figureOf).join('') }, input)];
}

/** `headline`, version 1.6's `headline_main`, or version 2's list with roles. */
function valueOf(item: JsonObject, name: 'headline' | 'description'): string | undefined {
  const list = objectsIn(item[`${name}s`]);
  const main = list.find((one) => textIn(one, 'role') === 'main') ?? list[0];
  return (
    textIn(item, name) ??
    textIn(item, `${name}_main`) ??
    textIn(item, `${name}_text`) ??
    textIn(main, 'value')
  );
}

/** The body with the most markup. The others say the same. */
function bodyOf(item: JsonObject): string | undefined {
  const html =
    textIn(item, 'body_xhtml') ?? textIn(item, 'body_html') ?? textIn(item, 'body_richtext');
  const list = objectsIn(item.bodies);
  const marked = list.find((body) => /html/i.test(textIn(body, 'contentType') ?? ''));
  const text = textIn(item, 'body_text') ?? textIn(item, 'body_main') ?? textIn(list[0], 'value');
  return html ?? textIn(marked, 'value') ?? (text === undefined ? undefined : paragraphsOf(text));
}

interface Picture {
  readonly src: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** The pictures that belong to an item, in their largest rendition. */
function picturesOf(item: JsonObject): Picture[] {
  const { associations } = item;
  const items = isObject(associations)
    ? Object.values(associations).filter(isObject)
    : objectsIn(associations);
  return items.flatMap((one): Picture[] => {
    if (!['picture', 'graphic'].includes(textIn(one, 'type') ?? '')) return [];
    const { renditions } = one;
    const all = isObject(renditions)
      ? Object.values(renditions).filter(isObject)
      : objectsIn(renditions);
    const largest = all.toSorted((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0))[0];
    const src = textIn(largest, 'href');
    if (src === undefined) return [];
    const alt = textIn(one, 'altText') ?? textIn(one, 'alttext');
    const caption = valueOf(one, 'description');
    const credit = textIn(one, 'creditline') ?? textIn(one, 'creditLine') ?? textIn(one, 'byline');
    return [
      {
        src,
        ...(alt !== undefined && { alt }),
        ...(caption !== undefined && { caption }),
        ...(credit !== undefined && { credit }),
      },
    ];
  });
}

function figureOf({ src, alt = '', caption, credit }: Picture): string {
  const words = [caption, credit].filter((text) => text !== undefined).join(' ');
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"><figcaption>${escapeHtml(words)}</figcaption></figure>`;
}
