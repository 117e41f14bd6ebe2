import { textAt, type XmlNode } from '../../containers/stream-xml.ts';
import type { DocumentPart } from '../../document/source-document.ts';
import { skippedPart } from '../export-document.ts';
import type { Format, FormatInput } from '../format.ts';
import { readPart } from '../read-part.ts';
import { xmlRoot } from '../xml-root.ts';
import { exportParts, readIndex } from './export-index.ts';
import { postDocument } from './post-document.ts';

/** WordPress eXtended RSS: posts become articles, everything else of the site is reported. */
export const wordpress: Format = {
  name: 'wordpress',
  extensions: ['xml', 'wxr'],
  streams: () => true,
  matches: (start) =>
    xmlRoot(start) === 'rss' && /wordpress\.org\/export\/|wxr_version/.test(start),
  read: readExport,
};

function* readExport(input: FormatInput): Generator<DocumentPart> {
  const index = readIndex(input);
  for (const item of exportParts(input)) {
    const { element } = item;
    if (element.name !== 'item') continue;
    const skipped = reasonToSkip(element);
    const id = textAt(element, 'wp:post_id') ?? '';
    const part = `${skipped ?? 'post'} ${id}`;
    const broken = skipped === 'attachment' ? index.brokenAttachments.get(id) : undefined;
    if (skipped === undefined) {
      yield readPart(part, () => postDocument(item, index, { part, input }));
    } else if (broken) yield broken;
    else {
      const texts = ['title', 'link', 'content:encoded'].map((name) => textAt(element, name));
      yield skippedPart(skipped, part, texts);
    }
  }
}

const TYPES: Readonly<Record<string, string>> = {
  nav_menu_item: 'menu item',
  wp_block: 'pattern',
  wp_template: 'template',
  wp_global_styles: 'style',
  custom_css: 'style',
};

/** What an item is, if it is no article. */
function reasonToSkip(element: XmlNode): string | undefined {
  const type = textAt(element, 'wp:post_type') ?? 'post';
  if (type !== 'post') return TYPES[type] ?? type.replaceAll('_', ' ');
  const status = textAt(element, 'wp:status');
  if (status === 'trash') return 'trashed post';
  return status === 'auto-draft' ? 'empty draft' : undefined;
}
