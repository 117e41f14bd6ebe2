import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { textFile } from './office-files.ts';

/** Each `@` becomes a word of its own. `$` stands for text, `%` for paragraphs inside. */
const span = (style: string, text = '$'): string =>
  `<text:span text:style-name="${style}">${text}</text:span>`;
const INLINE = [
  '@', ' @ ', '@, ', '*@*', '_@_', '`@`', '[@](@)', '&lt;b&gt;@&lt;/b&gt;', '# @', '| @ |', '1. @', '~~@~~', '“@”',
  ...['bold', 'italic', 'struck', 'sup', 'sub', 'hidden', 'russian', 'underlined', 'missing', 'Source_20_Text'].map((style) => span(style, '@$')),
  '@<text:s text:c="3"/>@<text:tab/>@<text:line-break/>@<text:soft-page-break/>', '<text:a xlink:href="https://a.example/?a=b&amp;c">$</text:a>',
  '<text:a xlink:href="#x">@</text:a>', '<text:note text:note-class="footnote"><text:note-citation>7</text:note-citation><text:note-body>%</text:note-body></text:note>',
  '<office:annotation><dc:creator>@</dc:creator><dc:date>2020-01-01</dc:date><text:p>@</text:p></office:annotation>', '<office:annotation-end/>',
  '<text:ruby><text:ruby-base>@</text:ruby-base><text:ruby-text>@</text:ruby-text></text:ruby>', '<text:bookmark-ref>@</text:bookmark-ref>',
  '<text:hidden-text text:string-value="@"/>', '<text:conditional-text>@</text:conditional-text>', '<text:script>@</text:script>',
  '<text:placeholder>@</text:placeholder>', '<text:date>@</text:date>', '<text:meta>$</text:meta>', '<text:change-start text:change-id="1"/>',
  '<draw:frame><draw:image xlink:href="Pictures/quay.png"/><svg:title>@</svg:title><svg:desc>@</svg:desc></draw:frame>',
  '<draw:frame><draw:image xlink:href="Pictures/no.png"/><svg:desc>@</svg:desc></draw:frame>', '<draw:frame><draw:object/><svg:desc>@</svg:desc></draw:frame>',
  '<draw:frame><draw:text-box>%</draw:text-box><svg:title>@</svg:title></draw:frame>', '<draw:custom-shape><text:p>$</text:p></draw:custom-shape>',
  '<draw:g><svg:desc>@</svg:desc><draw:rect><text:p>@</text:p></draw:rect></draw:g>', '<draw:line/>', '<other:thing>@</other:thing>', '<other:thing/>',
  '<loext:content-control loext:showing-place-holder="true">$</loext:content-control>', '<draw:control/>',
]; // prettier-ignore
const p = (style: string): string => `<text:p text:style-name="${style}">$</text:p>`;
const list = (attributes: string, item = ''): string =>
  `<text:list ${attributes}><text:list-item ${item}>%</text:list-item><text:list-item><text:p>$</text:p>%</text:list-item></text:list>`;
const BLOCK = [
  ...['', '', 'Quotations', 'Caption', 'Preformatted_20_Text', 'Heading_20_2', 'whole', 'hiddenp', 'rtl', 'Contents_20_1', 'Subtitle'].map(p),
  '<text:h text:outline-level="1">$</text:h>', '<text:h text:outline-level="2">$</text:h>', '<text:p><text:hidden-paragraph text:is-hidden="true"/>$</text:p>',
  ...['bullets', 'numbers', 'letters', 'missing'].flatMap((style) => [list(`text:style-name="${style}"`), list(`text:style-name="${style}" text:continue-numbering="true"`, 'text:start-value="4"')]),
  '<text:list><text:list-header>%</text:list-header><text:list-item><text:h text:outline-level="2">$</text:h></text:list-item></text:list>',
  '<table:table><table:title>@</table:title><table:table-header-rows><table:table-row><table:table-cell>%</table:table-cell><table:table-cell>%</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">%</table:table-cell><table:covered-table-cell>%</table:covered-table-cell></table:table-row></table:table>',
  '<table:table><table:table-row><table:table-cell table:number-rows-spanned="2">%</table:table-cell><table:table-cell><text:p>$</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>%</table:table-cell></table:table-row></table:table>',
  '<text:section>%</text:section>', '<text:section text:display="none">%</text:section>', '<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title><text:p>@</text:p></text:index-title>%</text:index-body></text:table-of-content>',
  '<text:bibliography><text:index-body>%</text:index-body></text:bibliography>', '<draw:frame><draw:text-box>%</draw:text-box></draw:frame>', '<other:block>@</other:block>',
]; // prettier-ignore

const { block } = fc.letrec<{ inline: string; block: string }>((tie) => {
  const inner = fc.oneof(
    { maxDepth: 3 },
    fc.constant('@'),
    fc.array(tie('inline'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  );
  const blocks = fc.oneof(
    { maxDepth: 3 },
    fc.constant('<text:p>@</text:p>'),
    fc.array(tie('block'), { maxLength: 2 }).map((parts) => parts.join('')),
  );
  const fill = ([outer, text, paragraphs]: [string, string, string]): string =>
    outer.replaceAll('$', () => text).replaceAll('%', () => paragraphs);
  return {
    inline: fc.tuple(fc.constantFrom(...INLINE), inner, blocks).map(fill),
    block: fc.tuple(fc.constantFrom(...BLOCK), inner, blocks).map(fill),
  };
});

const DELETION =
  '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>x</dc:creator></office:change-info><text:p>@</text:p></text:deletion></text:changed-region></text:tracked-changes>';
/** The template of an OpenDocument text, with `@` for each word: body, master page and metadata. */
export const textTemplate = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) =>
    [
      `${DELETION}<text:p text:style-name="Title">@</text:p><text:p>@</text:p>${blocks.join('')}<text:p>@</text:p>`,
      '<style:header><text:p>@</text:p></style:header><style:footer><text:p>@</text:p></style:footer>',
      '<dc:title>@</dc:title><meta:initial-creator>@</meta:initial-creator><dc:creator>@</dc:creator>',
    ].join('\f'),
  );
const files = {
  'Pictures/quay.png': readFileSync(
    'tests/fixtures/import-documents/html-page/input_files/quay.png',
  ),
};

/** Packs a template, in which words are planted. */
export function packText(text: string): Uint8Array {
  const [body = '', page = '', meta = ''] = text.split('\f');
  return textFile({ body, page, meta, files });
}
