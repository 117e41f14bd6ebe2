import { sampleWords } from './sample-text.ts';

/**
 * Generates an export of WordPress, piece by piece: posts of about 450 words of the block editor and of
 * the classic editor, with categories, custom fields and comments, and between them pictures and pages.
 * Posts link to each other.
 * @param comments of readers, on each post and page
 */
export function* sampleWxr(posts: number, comments = 1): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>News Example</title>
<link>${SITE}</link>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>${SITE}</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[jane]]></wp:author_login><wp:author_display_name><![CDATA[Jane Doe]]></wp:author_display_name></wp:author>
`;
  for (let number = 1; number <= posts; number++) {
    const picture = posts + number;
    if (number % 2 === 0) yield attachment(picture);
    if (number % 50 === 0) yield item(2 * posts + number, 'page', blocks(number), comments);
    yield item(
      number,
      'post',
      number % 3 === 0 ? classic(number) : blocks(number, number % 2 === 0 ? picture : undefined),
      comments,
    );
  }
  yield '</channel>\n</rss>\n';
}

const SITE = 'https://news.example';

function item(id: number, type: 'post' | 'page', html: string, comments: number): string {
  const { words, sentence } = sampleWords(id);
  const slug = `${type}-${id}`;
  const day = `2021-${pad(1 + (id % 12))}-${pad(1 + (id % 28))}`;
  const meta = ['_edit_last', '_wp_old_slug', '_yoast_wpseo_metadesc', '_encloseme'].map(
    (key) =>
      `<wp:postmeta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${words(4)}]]></wp:meta_value></wp:postmeta>`,
  );
  const discussion = Array.from(
    { length: comments },
    (_, index) =>
      `<wp:comment><wp:comment_id>${index}</wp:comment_id><wp:comment_author><![CDATA[${words(2)}]]></wp:comment_author><wp:comment_author_email><![CDATA[reader@example.org]]></wp:comment_author_email><wp:comment_date>${day} 10:00:00</wp:comment_date><wp:comment_content><![CDATA[${sentence()}]]></wp:comment_content></wp:comment>`,
  );
  return `<item>
<title><![CDATA[${words(7)} &amp; ${id}]]></title>
<link>${SITE}/2021/${slug}/</link>
<pubDate>Wed, 03 Mar 2021 14:30:00 +0000</pubDate>
<dc:creator><![CDATA[jane]]></dc:creator>
<guid isPermaLink="false">${SITE}/?p=${id}</guid>
<description></description>
<content:encoded><![CDATA[${html}]]></content:encoded>
<excerpt:encoded><![CDATA[${sentence()}]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date><![CDATA[${day} 09:00:00]]></wp:post_date>
<wp:post_date_gmt><![CDATA[${day} 08:00:00]]></wp:post_date_gmt>
<wp:post_modified_gmt><![CDATA[${day} 10:00:00]]></wp:post_modified_gmt>
<wp:comment_status><![CDATA[open]]></wp:comment_status>
<wp:post_name><![CDATA[${slug}]]></wp:post_name>
<wp:status><![CDATA[${id % 20 === 0 ? 'draft' : 'publish'}]]></wp:status>
<wp:post_type><![CDATA[${type}]]></wp:post_type>
<wp:post_password><![CDATA[]]></wp:post_password>
<category domain="category" nicename="world"><![CDATA[World]]></category>
<category domain="post_tag" nicename="iran"><![CDATA[Iran]]></category>
${meta.join('\n')}
${discussion.join('\n')}
</item>
`;
}

function attachment(id: number): string {
  return `<item><title>photo-${id}</title><link>${SITE}/photo-${id}/</link><excerpt:encoded><![CDATA[${sampleWords(id).words(6)}]]></excerpt:encoded><wp:post_id>${id}</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type><wp:attachment_url>${SITE}/wp-content/uploads/2021/03/${id}.jpg</wp:attachment_url></item>\n`;
}

function blocks(number: number, picture?: number): string {
  const { words, sentence, paragraph } = sampleWords(number);
  const block = (name: string, html: string): string =>
    `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name} -->`;
  const paragraphs = (count: number): string[] =>
    Array.from({ length: count }, () =>
      block('paragraph', `<p>${paragraph(2)} <strong>${words(2)}</strong> ${sentence()}</p>`),
    );
  const figure = block(
    'image',
    `<figure class="wp-block-image size-large"><img src="${SITE}/wp-content/uploads/2021/03/${picture ?? 0}-1024x683.jpg" alt="${words(4)}" class="wp-image-${picture ?? 0}"/><figcaption class="wp-element-caption">${words(6)}</figcaption></figure>`,
  );
  return [
    ...paragraphs(2),
    ...(picture === undefined ? [] : [figure]),
    block('heading', `<h2 class="wp-block-heading">${words(4)}</h2>`),
    block('paragraph', `<p>${sentence()} <a href="${linkFrom(number)}">${words(3)}</a></p>`),
    ...paragraphs(2),
    block(
      'list',
      `<ul>${Array.from({ length: 3 }, () => block('list-item', `<li>${words(6)}</li>`)).join('')}</ul>`,
    ),
    ...paragraphs(2),
  ].join('\n\n');
}

function classic(number: number): string {
  const { words, sentence, paragraph } = sampleWords(number);
  return [
    paragraph(3),
    `${sentence()}\n${sentence()} <a href="${linkFrom(number)}">${words(3)}</a>`,
    `<h3>${words(4)}</h3>`,
    paragraph(3),
    `<blockquote>${sentence()}</blockquote>`,
    paragraph(4),
    `<em>${words(3)}</em> ${paragraph(3)}`,
    paragraph(4),
  ].join('\n\n');
}

/** To another post of the export. */
function linkFrom(number: number): string {
  return `${SITE}/2021/post-${Math.ceil(number / 2)}/`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
