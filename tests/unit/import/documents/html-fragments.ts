import fc from 'fast-check';

/** Each `@` becomes a word of its own. `$` stands for what is inside. */
const INLINE = [
  '<b>$</b>', '<i>$</i>', '<em> $ </em>', '<strong>$ </strong>', '<s>$</s>', '<u>$</u>',
  '<a href="https://a.example/x">$</a>', '<a href="x.html" title="@">$</a>', '<sup>$</sup>',
  '<a href="javascript:x">$</a>', '<sub>$</sub>', '<mark>$</mark>', '<q>$</q>', '<code>@ *@* `@`</code>',
  '<abbr title="@">$</abbr>', '<span lang="ru">$</span>', '<span style="font-weight:700">$</span>',
  '<ruby>@<rt>@</rt></ruby>', '<kbd>@</kbd>', '<cite>$</cite>', '<bdo dir="rtl">$</bdo>', '<small>$</small>',
  '<img src="https://a.example/p.jpg" alt="@">', '<img src="missing.jpg" alt="@" title="@">',
  '<time datetime="2021-03-03">$</time>', '<custom-tag title="@">$</custom-tag>', '<font>$</font>',
  '<span hidden>$</span>', '<span style="display: none">$</span>', '<button>@</button>', '<!-- @ -->',
  '<input type="submit" value="@">', '<input placeholder="@">', '<svg><title>@</title><text>@</text></svg>',
  '<math><mi>@</mi><annotation>@</annotation></math>', '<br>', ' ', '\n', '&nbsp;', '@', ' @ ', '@, ', '(@)',
  '*@*', '_@_', '`@`', '[@](@)', '&lt;b&gt;@&lt;/b&gt;', '1. @', '# @', '&lt;!-- @ --&gt;', '| @ |', '~~@~~',
  '<select><option label="@">@</option></select>', '<label>@</label>', '<script>"@"</script>',
  '<noscript>@</noscript>', '<bdi>$</bdi>', '<del>$</del>', '<ins>$</ins>', '<var>$</var>',
  '<canvas>@</canvas>', '“@”', '。@',
]; // prettier-ignore
const BLOCK = [
  '<p>$</p>', '<div>$</div>', '<h2>$</h2>', '<h4>$</h4>', '<blockquote>%</blockquote>', '<pre>@\n  @</pre>',
  '<ul><li>%</li><li>$</li></ul>', '<ol start="4"><li>$</li><li value="9">%</li></ol>', '<menu><li>$</menu>',
  '<table><caption>@</caption><tr><th>@<th>$</tr><tr><td>%</td><td>@</td></tr></table>',
  '<table><tr><td colspan="2">$</td></tr><tr><td rowspan="2">@</td><td>@</td></tr><tr><td>%</td></tr></table>',
  '<dl><dt>@</dt><dd>%</dd></dl>', '<details><summary>@</summary>%</details>', '<section>%</section>',
  '<figure><img src="https://a.example/p.jpg" alt="@"><figcaption>@</figcaption></figure>',
  '<figure><figcaption>$</figcaption>%</figure>', '<dialog>%</dialog>', '<hr>', '<aside>%</aside>', '$', '%%',
  '<iframe src="https://v.example/1" title="@"></iframe>', '<video src="https://v.example/2">@</video>',
  '<form><fieldset><legend>@</legend>%</fieldset></form>', '<a href="https://a.example/">%</a>',
  '<div title="@" aria-label="@">$</div>', '<template><p>@</p></template>', '<style>.@{}</style>',
  '<ol type="a"><li>$</li></ol>', '<p dir="rtl" lang="ar">$</p>', '<object data="x">@</object>', '<address>$</address>',
]; // prettier-ignore

/** A block of HTML, with `@` for each word. */
export const { block } = fc.letrec<{ inline: string; block: string }>((tie) => ({
  inline: fc
    .tuple(
      fc.constantFrom(...INLINE),
      fc.oneof(
        { maxDepth: 3 },
        fc.constant('@'),
        fc.array(tie('inline'), { maxLength: 3 }).map((parts) => parts.join('')),
      ),
    )
    .map(([outer, inner]) => outer.replaceAll('$', () => inner)),
  block: fc
    .tuple(
      fc.constantFrom(...BLOCK),
      fc.array(tie('inline'), { minLength: 1, maxLength: 4 }),
      fc.oneof(
        { maxDepth: 3 },
        fc.constant('@'),
        fc.array(tie('block'), { maxLength: 2 }).map((parts) => parts.join('')),
      ),
    )
    .map(([outer, inner, blocks]) =>
      outer.replaceAll('$', () => inner.join('')).replaceAll('%', () => blocks),
    ),
}));

/** The HTML of an article. */
export const fragment = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((blocks) => `<div><h1>@</h1><p>@</p>${blocks.join('\n')}</div>`);
