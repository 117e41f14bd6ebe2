import { wordFile } from '../unit/import/documents/office-files.ts';
import { sampleWords } from './sample-text.ts';

/**
 * Generates a Word document of about 600 words, with headings, a list, a table and a picture. As Word
 * does, it names a revision in each paragraph and run, splits paragraphs into runs, and has hundreds of
 * styles.
 * @param picture the bytes of a JPEG
 */
export function sampleDocx(number: number, picture: Uint8Array): Uint8Array {
  const { words, sentence, paragraph } = sampleWords(number);
  const section = (): string =>
    [
      styled('heading2', run(words(4))),
      ...Array.from({ length: 3 }, () =>
        styled('Normal', run(paragraph(1)) + run(words(3), '<w:b/>') + run(` ${sentence()}`)),
      ),
    ].join('');
  const items = Array.from({ length: 4 }, () =>
    styled('ListParagraph', run(sentence()), LIST_ITEM),
  );
  const rows = Array.from({ length: 4 }, () => {
    const cells = Array.from(
      { length: 3 },
      () => `<w:tc>${styled('Normal', run(words(2)))}</w:tc>`,
    );
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  return wordFile({
    body: [
      styled('Title', run(`Report ${number}: ${words(6)}`)),
      styled('Subtitle', run(sentence())),
      section(),
      `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${words(3)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="photo"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
      section(),
      ...items,
      `<w:tbl>${rows.join('')}</w:tbl>`,
      section(),
    ].join(''),
    styles: STYLES,
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    relationships:
      '<Relationship Id="photo" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/photo.jpg"/>',
    files: { 'word/media/photo.jpg': picture },
  });
}

const LIST_ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

function styled(style: string, runs: string, properties = ''): string {
  return `<w:p w:rsidR="00A77427" w:rsidRDefault="00A77427" w:rsidP="006F3B1C"><w:pPr><w:pStyle w:val="${style}"/>${properties}<w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>${runs}</w:p>`;
}

function run(text: string, properties = ''): string {
  return `<w:r w:rsidRPr="00B41D2F"><w:rPr>${properties}<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** Word saves all styles of a template, used or not. */
const STYLES = [
  ['Normal', 'Normal'],
  ['Title', 'Title'],
  ['Subtitle', 'Subtitle'],
  ['heading2', 'heading 2'],
  ['ListParagraph', 'List Paragraph'],
  ...Array.from({ length: 150 }, (_, number) => [`Table${number}`, `Grid Table ${number}`]),
]
  .map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:uiPriority w:val="10"/><w:qFormat/><w:pPr><w:spacing w:before="40" w:after="0"/></w:pPr><w:rPr><w:sz w:val="26"/></w:rPr></w:style>`,
  )
  .join('');
