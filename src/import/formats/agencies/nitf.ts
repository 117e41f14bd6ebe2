import {
  childNamed,
  childrenOf,
  readXmlTree,
  xmlText,
  type XmlNode,
} from '../../containers/stream-xml.ts';
import { FieldCollector } from '../../document/field-collector.ts';
import type { SourceDocument } from '../../document/source-document.ts';
import { exportDocument } from '../export-document.ts';
import { controlsNote } from '../feeds/rss.ts';
import type { Format, FormatInput } from '../format.ts';
import { xmlRoot } from '../xml-root.ts';
import { addDateline } from './add-dateline.ts';
import { addState } from './item-state.ts';
import { addNitfHead, nitfToHtml } from './nitf-body.ts';

/** The News Industry Text Format (https://iptc.org/standards/nitf/). */
export const nitf: Format = {
  name: 'nitf',
  extensions: ['xml', 'nitf'],
  matches: (start) => xmlRoot(start) === 'nitf',
  read: (input) => [readNitf(input)],
};

function readNitf(input: FormatInput): SourceDocument {
  const { element: root, controls } = readXmlTree(input);
  const collected = new FieldCollector();
  const html = nitfToHtml(root);
  addDateline('<dateline>', addNitfHead(root, collected), html, collected);
  const head = childNamed(root, 'head');
  const data = childNamed(head, 'docdata');
  const dateOf = (name: string): string | undefined => childNamed(data, name)?.attributes.norm;
  collected.date('published', '<date.issue>', dateOf('date.issue'));
  collected.language(
    'xml:lang',
    root.attributes['xml:lang'] ?? childNamed(root, 'body')?.attributes['xml:lang'],
  );
  for (const topic of topicsOf(head, data)) collected.names('topics', topic.origin, [topic.name]);
  const release = dateOf('date.release');
  addState(
    {
      status: data?.attributes['management-status'],
      ...(release === undefined ? { embargo: undefined } : { embargo: withMarks(release) }),
    },
    collected,
  );
  collected.other('<doc.copyright>', childNamed(data, 'doc.copyright')?.attributes.holder);
  collected.other('<ed-msg>', childNamed(data, 'ed-msg')?.attributes.info);
  for (const note of childrenOf(data, 'doc-scope'))
    collected.other('<doc-scope>', note.attributes.scope);
  if (controls > 0) collected.notes.push(controlsNote(controls));
  return exportDocument({ collected, html }, input);
}

/** `20210303T143000Z` → `2021-03-03T14:30:00Z` */
function withMarks(date: string): string {
  return date.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/, '$1-$2-$3T$4:$5:$6');
}

function topicsOf(head: XmlNode | undefined, data: XmlNode | undefined) {
  const topics: { readonly origin: string; readonly name: string }[] = [];
  for (const subject of childrenOf(head, 'tobject').flatMap((one) =>
    childrenOf(one, 'tobject.subject'),
  )) {
    const { attributes } = subject;
    const name =
      attributes['tobject.subject.detail'] ??
      attributes['tobject.subject.matter'] ??
      attributes['tobject.subject.type'];
    if (name !== undefined) topics.push({ origin: '<tobject.subject>', name });
  }
  for (const keyword of childrenOf(childNamed(data, 'key-list'), 'keyword')) {
    topics.push({ origin: '<keyword>', name: keyword.attributes.key ?? xmlText(keyword) });
  }
  for (const classifier of childrenOf(childNamed(data, 'identified-content'), 'classifier')) {
    const text = xmlText(classifier).trim();
    const name = text === '' ? classifier.attributes.value : text;
    if (name !== undefined) topics.push({ origin: '<classifier>', name });
  }
  return topics;
}
