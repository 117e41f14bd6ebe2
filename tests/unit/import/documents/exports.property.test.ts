import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml } from '../../../../src/import/containers/xml-to-html.ts';
import { noteTried } from '../../../tried.ts';
import { convertInput } from './convert-input.ts';
import { fragment } from './html-fragments.ts';
import { expectSentinels, plantSentinels } from './sentinels.ts';

/** The same documents in each run. */
const SEED = 18;
const RUNS = 60;

/** Text of posts that WordPress changes before it shows them. */
const wordPressText = fc
  .array(
    fc.constantFrom(
      '@\n\n@\n@', '[caption id="1"]<img src="https://a.example/p.jpg" alt="@"> @ <em>@</em>[/caption]',
      '[box a="@"]@[/box]', '[embed]https://v.example/1[/embed]', '[gallery ids="9"]', '[form-7 title="@"]',
      '<blockquote>@\n\n@</blockquote>', '<!-- wp:latest {"a":"@"} /-->', '<!--more @-->', '[sic] @', '[@]',
      '<ul>\n<li>@\n\n@</li>\n</ul>', '<pre>@\n\n[box]</pre>', 'https://v.example/2', '<b>@\n@</b>', '<div>@\n\n@</div>',
    ), // prettier-ignore
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `@\n\n${parts.join('\n\n')}\n\n@`);

const NITF_PARTS = [
  '<p>@ <em>@</em> <person>@</person></p>', '<hl2>@</hl2>', '<block><p>@</p></block>', '<bq><p>@</p><credit>@</credit></bq>',
  '<ul><li>@</li><li>@ <num>@</num></li></ul>', '<table><caption>@</caption><tr><td>@</td><td>@</td></tr></table>',
  '<media media-type="image"><media-reference source="https://a.example/p.jpg" mime-type="image/jpeg" alternate-text="@"/><media-caption>@</media-caption><media-producer>@</media-producer></media>',
  '<p><a href="https://a.example/@">@</a> <sup>@</sup> <strange>@</strange></p>', '<note><body.content><p>@</p></body.content></note>',
  '<hr/>', '<dl><dt>@</dt><dd>@</dd></dl>', '<pre>@</pre>', '<fn><p>@</p></fn>',
]; // prettier-ignore
const nitfBody = fc
  .array(fc.constantFrom(...NITF_PARTS), { minLength: 1, maxLength: 6 })
  .map((parts) => `<p>@</p>${parts.join('')}`);

/** Cards of Ghost, as JSON. The same in Lexical and in Mobiledoc. */
const CARDS = [
  '"image",{"src":"https://a.example/p.jpg","alt":"@","title":"@","caption":"@ <b>@</b>"}',
  '"gallery",{"images":[{"src":"https://a.example/p.jpg","alt":"@","caption":"@"},{"src":"https://a.example/q.jpg"}],"caption":"@"}',
  '"html",{"html":"<p>@</p><script>@</script>"}', '"markdown",{"markdown":"@ *@*\\n\\n- @"}', '"hr",{}', '"horizontalrule",{}',
  '"code",{"code":"@\\n  @","language":"js","caption":"@"}', '"codeblock",{"code":"@"}', '"paywall",{}',
  '"embed",{"url":"https://v.example/@","html":"<iframe src=\\"https://v.example/1\\" title=\\"@\\"></iframe>","caption":"@"}',
  '"embed",{"url":"https://v.example/1","metadata":{"title":"@"}}',
  '"bookmark",{"url":"https://b.example/","metadata":{"title":"@","description":"@","author":"@","publisher":"@","icon":"@"},"caption":"@"}',
  '"callout",{"calloutText":"@ <i>@</i>","calloutEmoji":"@"}', '"toggle",{"heading":"@","content":"<p>@</p><p>@</p>"}',
  '"button",{"buttonText":"@","buttonUrl":"https://a.example/"}', '"audio",{"src":"https://a.example/a.mp3","title":"@"}',
  '"video",{"src":"https://a.example/v.mp4","caption":"@","fileName":"@"}', '"signup",{"header":"@","disclaimer":"@","labels":["@"]}',
  '"file",{"src":"https://a.example/f.pdf","fileTitle":"@","fileName":"@","fileCaption":"@"}', '"email",{"html":"<p>@</p>"}',
  '"header",{"header":"@","subheader":"@","buttonEnabled":false,"buttonText":"@"}', '"email-cta",{"html":"@","buttonText":"@"}',
  '"product",{"productTitle":"@","productDescription":"<p>@</p>","productButtonEnabled":true,"productButton":"@","productUrl":"https://a.example/"}',
  '"call-to-action",{"textValue":"<p>@</p>","hasSponsorLabel":true,"sponsorLabel":"<p>@</p>","buttonText":"@"}',
  '"poll",{"question":"@","answers":[{"text":"@"}]}', '"html",{"html":"<p>@</p>","visibility":{"web":{"nonMember":false}}}',
]; // prettier-ignore
const card = fc.constantFrom(...CARDS);

const lexicalText = fc
  .nat(255)
  .map((format) => `{"type":"extended-text","text":"@ @ ","format":${format}}`);
const lexicalInline = fc.oneof(
  lexicalText,
  lexicalText.map((text) => `{"type":"link","url":"https://a.example/","title":"@","children":[${text}]}`),
  fc.constantFrom('{"type":"linebreak"}', '{"type":"tab"}', '{"type":"tk","text":"@"}', '{"type":"glow","text":"@"}'),
); // prettier-ignore
const lexicalBlock = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('"paragraph"', '"extended-heading","tag":"h3"', '"extended-quote"', '"aside"', '"spoiler","hint":"@"'),
      fc.array(lexicalInline, { minLength: 1, maxLength: 4 }),
    )
    .map(([type, inline]) => `{"type":${type},"children":[${inline.join(',')}]}`),
  lexicalText.map((text) => {
    const item = (...children: string[]): string => `{"type":"listitem","children":[${children.join(',')}]}`;
    const list = (...items: string[]): string => `{"type":"list","listType":"number","start":2,"children":[${items.join(',')}]}`;
    return list(item(text), item(list(item(text))), item(text));
  }),
  card.map((one) => `{"type":${one.replace(',{', ',').replace(/,\}$/, '}')}`),
); // prettier-ignore
const lexical = fc
  .array(lexicalBlock, { minLength: 1, maxLength: 6 })
  .map(
    (blocks) =>
      `{"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"@"}]},${blocks.join(',')}]}}`,
  );

const mobiledoc = fc
  .tuple(
    fc.array(card, { maxLength: 4 }),
    fc.array(
      fc.constantFrom(
        '[1,"p",[[0,[0],0,"@ "],[0,[1],1,"@"],[1,[],0,0],[1,[],0,1],[0,[],1,"@"]]]', '[1,"h2",[[0,[3],1,"@"]]]', '[1,"pull-quote",[[0,[2],9,"@"]]]',
        '[3,"ol",[[[0,[],0,"@"]],[[0,[2,1],2,"@"]]]]', '[2,"https://a.example/p.jpg"]', '[1,"strange",[[0,[],0,"@"]]]', '[7,"@"]',
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([cards, sections]) => {
    const all = [...sections, ...cards.map((_, index) => `[10,${index}]`)];
    return `{"version":"0.3.1","atoms":[["soft-return","",{}],["mention","z",{}]],"markups":[["strong"],["a",["href","https://a.example/"]],["em"],["blink"]],"cards":[${cards.map((one) => `[${one}]`).join(',')}],"sections":[[1,"p",[[0,[],0,"@"]]],${all.join(',')}]}`;
  }); // prettier-ignore

const ghostOf = (key: string, document: string): string =>
  `{"db":[{"meta":{"exported_on":1},"data":{"posts":[{"id":"1","title":"@","slug":"a","status":"published","html":null,"${key}":${JSON.stringify(document)}}]}}]}`;

const wxr = (text: string): string =>
  `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><link>https://a.example</link><wp:author><wp:author_login>x</wp:author_login><wp:author_display_name>@</wp:author_display_name></wp:author><item><title>@</title><dc:creator>x</dc:creator><excerpt:encoded>@</excerpt:encoded><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_name>a</wp:post_name><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category">@</category><category domain="x">@</category><wp:postmeta><wp:meta_key>m</wp:meta_key><wp:meta_value>@</wp:meta_value></wp:postmeta><wp:comment><wp:comment_author>@</wp:comment_author><wp:comment_content>@</wp:comment_content></wp:comment></item></channel></rss>`;
const nitfOf = (body: string): string =>
  `<nitf><head><title>@</title><docdata><ed-msg info="@"/><key-list><keyword key="@"/></key-list></docdata></head><body><body.head><hedline><hl1>@</hl1></hedline><byline><person>@</person><byttl>@</byttl></byline><distributor>@</distributor><dateline><location>@</location><story.date>@</story.date></dateline><abstract><p>@</p><p>@</p></abstract></body.head><body.content>${body}</body.content><body.end><tagline>@</tagline></body.end></body></nitf>`;
const newsItem = (content: string): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><rightsInfo><usageTerms>@</usageTerms></rightsInfo><itemMeta><itemClass qcode="ninat:text"/><edNote>@</edNote></itemMeta><contentMeta><headline>@</headline><headline>@</headline><by>@</by><creator><name>@</name></creator><located><name>@</name></located><subject><name>@</name></subject><keyword>@</keyword><slugline>@</slugline><description>@</description></contentMeta><contentSet>${content}</contentSet></newsItem>`;

const FORMATS: readonly (readonly [string, string, fc.Arbitrary<string>])[] = [
  [
    'RSS', 'a.xml',
    fragment.map((html) => `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>@</title><link>https://a.example/@</link><dc:creator>@</dc:creator><category>@</category><description>@</description><x>@</x><content:encoded>${escapeHtml(html)}</content:encoded></item></channel></rss>`),
  ],
  [
    'Atom', 'a.xml',
    fragment.map((html) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">@</title><link href="https://a.example/@"/><author><name>@</name></author><category term="@"/><summary>@</summary><rights>@</rights><content type="html">${escapeHtml(html)}</content></entry></feed>`),
  ],
  [
    'JSON Feed', 'a.json',
    fragment.map((html) => `{"version":"https://jsonfeed.org/version/1.1","items":[{"title":"@","summary":"@","url":"https://a.example/@","tags":["@","@"],"authors":[{"name":"@"}],"_x":{"y":["@"]},"content_html":${JSON.stringify(html)}}]}`),
  ],
  ['WordPress', 'a.xml', fc.oneof(fragment, wordPressText).map(wxr)],
  [
    'Ghost', 'a.json',
    fragment.map((html) => `{"db":[{"meta":{"exported_on":1},"data":{"posts":[{"id":"1","title":"@","slug":"a","status":"published","custom_excerpt":"@","meta_title":"@","feature_image":"https://a.example/p.jpg","html":${JSON.stringify(html)}}],"posts_meta":[{"post_id":"1","feature_image_alt":"@","feature_image_caption":"@"}],"tags":[{"id":"t","name":"@"}],"posts_tags":[{"post_id":"1","tag_id":"t"}],"users":[{"id":"u","name":"@"}],"posts_authors":[{"post_id":"1","author_id":"u"}]}}]}`),
  ],
  ['Ghost with Lexical', 'a.json', lexical.map((root) => ghostOf('lexical', root))],
  ['Ghost with Mobiledoc', 'a.json', mobiledoc.map((document) => ghostOf('mobiledoc', document))],
  ['NITF', 'a.xml', nitfBody.map(nitfOf)],
  [
    'NewsML-G2 with NITF', 'a.xml',
    nitfBody.map((body) => newsItem(`<inlineXML><nitf xmlns=""><body><body.head><hedline><hl1>@</hl1></hedline></body.head><body.content>${body}</body.content></body></nitf></inlineXML>`)),
  ],
  ['NewsML-G2 with HTML', 'a.xml', fragment.map((html) => newsItem(`<inlineData contenttype="text/html">${escapeHtml(html)}</inlineData>`))],
  [
    'ninjs', 'a.json',
    fragment.map((html) => `{"uri":"u:1","type":"text","headline":"@","byline":"@","located":"@","description_text":"@","slugline":"@","subject":[{"name":"@"}],"place":[{"name":"@"}],"associations":{"a":{"type":"picture","description_text":"@","byline":"@","renditions":{"b":{"href":"https://a.example/p.jpg"}}}},"body_xhtml":${JSON.stringify(html)}}`),
  ],
  [
    'MHTML', 'a.mhtml',
    fragment.map((html) => `From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${html}\r\n--b--`),
  ],
]; // prettier-ignore

test.each(FORMATS)(
  'every word of %s is in the ledger once, and on the page if it was kept',
  { timeout: 200_000 },
  (_, name, documents) => {
    expect.hasAssertions();
    fc.assert(
      fc.property(documents, (template) => {
        noteTried({ cases: 1 });
        const { text, words } = plantSentinels(template);
        const [conversion] = convertInput(text, name, { acceptOmissions: true });
        expectSentinels(conversion, words);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
);
