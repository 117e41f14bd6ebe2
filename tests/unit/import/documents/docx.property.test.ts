import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'vitest';
import { noteTried } from '../../../tried.ts';
import { convertInput } from './convert-input.ts';
import { wordFile } from './office-files.ts';
import { expectSentinels, plantSentinels } from './sentinels.ts';

/** The same documents in each run. */
const SEED = 18;

/** Each `@` becomes a word of its own. `$` stands for runs, `%` for paragraphs inside. */
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const drawing = (content: string): string =>
  `<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="@" title="@"/><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
const picture = (id: string): string =>
  `<pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic>`;
const INLINE = [
  run('@'), run(' @ '), run('@, '), run('@', '<w:b/>'), run('@', '<w:i/>'), run('@ ', '<w:b/><w:i/>'), run('@', '<w:strike/>'),
  run('@', '<w:vertAlign w:val="superscript"/>'), run('@', '<w:vertAlign w:val="subscript"/>'), run('@', '<w:vanish/>'),
  run('@', '<w:rStyle w:val="Versteckt"/>'), run('@', '<w:rStyle w:val="Fett"/>'), run('@', '<w:rStyle w:val="Fett"/><w:b w:val="0"/>'),
  run('@', '<w:caps/><w:u w:val="single"/>'), run('سلام @', '<w:rtl/><w:lang w:bidi="ar-SA"/>'), run('Привет @', '<w:lang w:val="ru-RU"/>'),
  run('*@*'), run('_@_'), run('`@`'), run('[@](@)'), run('&lt;b&gt;@&lt;/b&gt;'), run('1. @'), run('# @'), run('| @ |'), run('~~@~~'),
  '<w:r><w:t>@</w:t><w:tab/><w:t>@</w:t><w:br/><w:t>@</w:t><w:noBreakHyphen/><w:t>@</w:t><w:softHyphen/><w:cr/><w:t>@</w:t></w:r>',
  '<w:r><w:t>@</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>@</w:t><w:br w:type="page"/></w:r>',
  '<w:ins w:id="1" w:author="x">$</w:ins>', '<w:del w:id="2"><w:r><w:delText>@</w:delText></w:r></w:del>', '<w:moveTo w:id="3">$</w:moveTo>',
  '<w:moveFrom w:id="4"><w:r><w:t>@</w:t></w:r></w:moveFrom>', '<w:smartTag w:element="x">$</w:smartTag>',
  '<w:sdt><w:sdtPr/><w:sdtContent>$</w:sdtContent></w:sdt>', '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>$</w:sdtContent></w:sdt>',
  '<w:hyperlink r:id="link">$</w:hyperlink>', `<w:hyperlink w:anchor="x" w:tooltip="@">${run('@')}</w:hyperlink>`, '<w:hyperlink r:id="missing">$</w:hyperlink>',
  '<w:fldSimple w:instr=" AUTHOR ">$</w:fldSimple>', `<w:fldSimple w:instr=" HYPERLINK &quot;https://a.example/@&quot; ">${run('@', '<w:i/>')}</w:fldSimple>`,
  `${mark('begin')}<w:r><w:instrText> HYPERLINK "https://a.example/" \\o "@" </w:instrText></w:r>${mark('separate')}${run('@')}${mark('end')}`,
  `${mark('begin')}<w:r><w:instrText> IF @ = </w:instrText></w:r>${mark('begin')}<w:r><w:instrText>PAGE @</w:instrText></w:r>${mark('separate')}${run('@')}${mark('end')}${mark('separate')}$${mark('end')}`,
  `${mark('begin')}<w:r><w:instrText> XE "@" </w:instrText></w:r>${mark('end')}`,
  `${mark('begin')}<w:r><w:instrText>EQ \\* jc2 \\o\\ad(\\s\\up 9(@),@)</w:instrText></w:r>${mark('end')}`,
  `${mark('begin')}<w:r><w:instrText>EQ \\f(@,@)</w:instrText></w:r>${mark('end')}`, `${mark('begin')}<w:r><w:instrText> NEVER @</w:instrText></w:r>`,
  `<w:r><w:ruby><w:rubyPr/><w:rt>${run('@')}</w:rt><w:rubyBase>${run('@')}</w:rubyBase></w:ruby></w:r>`,
  '<w:bdo w:val="rtl">$</w:bdo>', '<w:dir w:val="rtl">$</w:dir>', '<m:oMath><m:r><m:t>@</m:t></m:r></m:oMath>',
  '<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:endnoteReference w:id="1"/></w:r>', '<w:r><w:commentReference w:id="1"/></w:r>',
  `<w:r>${drawing(picture('quay'))}</w:r>`, `<w:r>${drawing(picture('missing'))}</w:r>`, `<w:r>${drawing('<c:chart xmlns:c="x"/>')}</w:r>`,
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing('<wps:wsp><wps:txbx><w:txbxContent>%</w:txbxContent></wps:txbx></wps:wsp>')}</mc:Choice><mc:Fallback><w:pict>no</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
  '<w:r><mc:AlternateContent><mc:Choice Requires="cx1">no</mc:Choice><mc:Fallback><w:t>@</w:t></mc:Fallback></mc:AlternateContent></w:r>',
  '<w:r><w:pict><v:shape alt="@"><v:imagedata r:id="quay" o:title="x"/></v:shape></w:pict></w:r>',
  '<w:r><w:pict><v:shape><v:textbox><w:txbxContent>%</w:txbxContent></v:textbox><v:textpath string="@"/></v:shape></w:pict></w:r>',
  '<w:unknown>$</w:unknown>', '<w:r><w:unknown/></w:r>', '<w:r><w:drawing><wp:inline><wps:wsp/></wp:inline></w:drawing></w:r>',
]; // prettier-ignore
const paragraph = (properties: string): string => `<w:p><w:pPr>${properties}</w:pPr>$</w:p>`;
const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const list = (id: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const cell = (properties: string): string => `<w:tc><w:tcPr>${properties}</w:tcPr>%</w:tc>`;
const BLOCK = [
  ...['', '', '', '<w:bidi/>', '<w:outlineLvl w:val="3"/>', '<w:framePr w:dropCap="drop"/>', '<w:rPr><w:del w:id="1"/></w:rPr>'].map(paragraph),
  ...['berschrift1', 'berschrift2', 'Zitat', 'Beschriftung', 'Verzeichnis1', 'Frage', 'Untertitel', 'missing'].map((id) => paragraph(style(id))),
  ...[0, 1, 2].flatMap((level) => [1, 2, 3, 4].map((id) => paragraph(list(id, level)))), paragraph(`${style('berschrift2')}${list(2, 0)}`),
  `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('')}${cell('')}</w:tr><w:tr>${cell('<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
  `<w:tbl><w:tblPr><w:tblCaption w:val="@"/></w:tblPr><w:tr>${cell('<w:vMerge w:val="restart"/>')}${cell('')}</w:tr><w:tr>${cell('<w:vMerge/>')}${cell('')}</w:tr></w:tbl>`,
  `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('')}</w:tr><w:tr>${cell('')}${cell('')}</w:tr></w:tbl>`,
  '<w:sdt><w:sdtContent>%</w:sdtContent></w:sdt>', '<w:customXml>%</w:customXml>', '<w:del>%</w:del>', '<m:oMathPara><m:oMath><m:t>@</m:t></m:oMath></m:oMathPara>',
  '<w:altChunk r:id="x"/>', '<mc:AlternateContent><mc:Fallback>%</mc:Fallback></mc:AlternateContent>', '%%',
]; // prettier-ignore

const numbering = ['bullet', 'decimal', 'lowerLetter', 'upperRoman']
  .map((format, index) => {
    const level = (depth: number): string =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="${index + depth}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%${depth + 1}."/></w:lvl>`;
    return `<w:abstractNum w:abstractNumId="${index}">${[0, 1, 2].map(level).join('')}</w:abstractNum>`;
  })
  .concat(
    [1, 2, 3, 4].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id - 1}"/></w:num>`),
  )
  .join('');
const relationships =
  '<Relationship Id="link" Type="x/hyperlink" Target="https://a.example/?a=b&amp;c" TargetMode="External"/>' +
  '<Relationship Id="quay" Type="x/image" Target="media/quay.png"/>';
const files = {
  'word/media/quay.png': readFileSync(
    'tests/fixtures/import-documents/html-page/input_files/quay.png',
  ),
};

const { block } = fc.letrec<{ inline: string; block: string }>((tie) => {
  const inner = fc.oneof(
    { maxDepth: 3 },
    fc.constant(run('@')),
    fc.array(tie('inline'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  );
  const blocks = fc.oneof(
    { maxDepth: 3 },
    fc.constant(`<w:p>${run('@')}</w:p>`),
    fc.array(tie('block'), { maxLength: 2 }).map((parts) => parts.join('')),
  );
  const fill = ([outer, runs, paragraphs]: [string, string, string]): string =>
    outer.replaceAll('$', () => runs).replaceAll('%', () => paragraphs);
  return {
    inline: fc.tuple(fc.constantFrom(...INLINE), inner, blocks).map(fill),
    block: fc.tuple(fc.constantFrom(...BLOCK), inner, blocks).map(fill),
  };
});

const note = `<w:footnote w:id="1"><w:p>${run('@')}</w:p></w:footnote>`;
const document = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) =>
    [
      `<w:p><w:pPr>${style('Titel')}</w:pPr>${run('@')}</w:p><w:p>${run('@')}</w:p>${blocks.join('')}<w:p>${run('@')}</w:p>`,
      note,
      note.replaceAll('footnote', 'endnote'),
      `<w:comment w:id="1"><w:p>${run('@')}</w:p></w:comment>`,
      `<w:p>${run('@')}</w:p>`,
      '<dc:title>@</dc:title><dc:creator>@</dc:creator><cp:lastModifiedBy>@</cp:lastModifiedBy>',
    ].join('\f'),
  );

test(
  'every word of a Word document is in the ledger once, and on the page if it was kept',
  { timeout: 400_000 },
  () => {
    fc.assert(
      fc.property(document, (template) => {
        noteTried({ cases: 1 });
        const { text, words } = plantSentinels(template);
        const [body = '', footnotes, endnotes, comments, header, properties] = text.split('\f');
        const parts = { body, footnotes, endnotes, comments, header, properties } as const;
        const bytes = wordFile({ ...parts, numbering, relationships, files } as Parameters<
          typeof wordFile
        >[0]);
        const [conversion] = convertInput(bytes, 'a.docx', { acceptOmissions: true });
        expectSentinels(conversion, words);
      }),
      { numRuns: 1000, seed: SEED },
    );
  },
);
