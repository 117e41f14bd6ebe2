import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

/** The parts of an archive, by their paths. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** Packs an archive. */
export function zipOf(parts: Parts): Uint8Array {
  const files = Object.entries(parts).map(([path, data]) => [
    path,
    typeof data === 'string' ? strToU8(data) : data,
  ]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>); // Of pairs of both.
}

/** All files of a folder, as an archive. */
export function zipFolder(folder: string): Uint8Array {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return zipOf(
    Object.fromEntries(files.map((file) => [file.slice(folder.length + 1), readFileSync(file)])),
  );
}

/** The parts of an office document, from `body.xml` and others; other files are in it as they are. */
export function readParts(folder: string): Record<string, string | Parts> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const isPart = (name: string): boolean => /^\w+\.xml$/.test(name);
  const parts = names
    .filter(isPart)
    .map((name) => [name.replace(/\.xml$/, ''), readFileSync(join(folder, name), 'utf8')] as const);
  const files = names
    .filter((name) => !isPart(name) && statSync(join(folder, name)).isFile())
    .map((name) => [name, readFileSync(join(folder, name))] as const);
  return { ...Object.fromEntries(parts), files: Object.fromEntries(files) };
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  `xmlns:r="${OFFICE}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/** The parts of a Word document that are the same in all tests. */
const WORD_STYLES = `
  <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
  <w:style w:type="paragraph" w:styleId="Frage"><w:name w:val="Question"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
  <w:style w:type="paragraph" w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>
  <w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
  <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="character" w:styleId="Versteckt"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`;

/** What the parts of a Word document have in them. Each may be missing. */
export interface WordContent {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly footer?: string;
  /** Of `word/_rels/document.xml.rels`. */
  readonly relationships?: string;
  /** Of `docProps/core.xml`. */
  readonly properties?: string;
  readonly files?: Parts;
}

const ROOTS = {
  styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', endnotes: 'endnotes',
  comments: 'comments', header: 'hdr', footer: 'ftr',
} as const; // prettier-ignore

/** Packs a Word document. */
export function wordFile(content: WordContent): Uint8Array {
  const all = { styles: WORD_STYLES, ...content };
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${content.properties ?? ''}</cp:coreProperties>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${content.body}</w:body></w:document>`,
    ...content.files,
  };
  let relationships = content.relationships ?? '';
  for (const [name, root] of Object.entries(ROOTS)) {
    const part = all[name as keyof typeof ROOTS]; // The keys of `ROOTS`.
    if (part === undefined) continue;
    parts[`word/${name}.xml`] = `<w:${root} ${NAMESPACES}>${part}</w:${root}>`;
    relationships += `<Relationship Id="p-${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`;
  }
  parts['word/_rels/document.xml.rels'] =
    `<Relationships xmlns="${PACKAGE}/relationships">${relationships}</Relationships>`;
  return zipOf(parts);
}

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const TEXT_NAMESPACES = [
  ...['office', 'text', 'style', 'table', 'meta', 'manifest'].map(
    (name) => `xmlns:${name}="${OASIS}:${name}:1.0"`,
  ),
  `xmlns:draw="${OASIS}:drawing:1.0" xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:other="urn:other"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ');

const style = (name: string, properties: string): string =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
const listStyle = (name: string, level: string): string => {
  const levels = [1, 2, 3].map((number) => level.replace('>', ` text:level="${number}">`));
  return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
};
const numbers = (format: string): string =>
  `<text:list-level-style-number style:num-format="${format}" style:num-suffix="."></text:list-level-style-number>`;

const TEXT_STYLES = [
  style('bold', 'fo:font-weight="bold"'),
  style('italic', 'fo:font-style="italic"'),
  style('struck', 'style:text-line-through-style="solid"'),
  style('underlined', 'style:text-underline-style="solid"'),
  style('sup', 'style:text-position="super 58%"'),
  style('sub', 'style:text-position="sub 58%"'),
  style('hidden', 'text:display="none"'),
  style('russian', 'fo:language="ru" fo:country="RU"'),
  '<style:style style:name="whole" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:name="hiddenp" style:family="paragraph"><style:text-properties text:display="none"/></style:style>',
  '<style:style style:name="rtl" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/></style:style>',
  listStyle('bullets', '<text:list-level-style-bullet></text:list-level-style-bullet>'),
  listStyle('numbers', numbers('1')),
  listStyle('letters', numbers('a')),
].join('');

/** What the parts of an OpenDocument text have in them. */
export interface TextContent {
  readonly body: string;
  /** Of the master page: headers and footers. */
  readonly page?: string;
  /** Of meta.xml. */
  readonly meta?: string;
  /** Automatic styles, beside those that all tests have. */
  readonly styles?: string;
  readonly files?: Parts;
}

/** Packs an OpenDocument text. */
export function textFile({
  body,
  page = '',
  meta = '',
  styles = '',
  files,
}: TextContent): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': `<manifest:manifest ${TEXT_NAMESPACES}/>`,
    'content.xml': `<office:document-content ${TEXT_NAMESPACES}><office:automatic-styles>${TEXT_STYLES}${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${TEXT_NAMESPACES}><office:master-styles><style:master-page>${page}</style:master-page></office:master-styles></office:document-styles>`,
    'meta.xml': `<office:document-meta ${TEXT_NAMESPACES}><office:meta>${meta}</office:meta></office:document-meta>`,
    ...files,
  });
}
