import { formatDate } from '../../article/date.ts';
import { excerptOf } from './excerpt.ts';
import type { Match } from './find-matches.ts';
import { joinWords } from './separate-words.ts';

/** Creates the list item of a match, like those of `components/ArticleList.astro`. */
export async function resultItem({ data, language, words }: Match): Promise<HTMLLIElement> {
  const { raw_url: url, raw_content: content, meta } = await data();
  const { title = url, published, topic, 'topic-page': topicPage = '', picture } = meta;
  const article = element('article', element('h2', linkTo(url, joinWords(title))));
  article.lang = language;
  article.dir = 'auto';
  if (picture !== undefined) article.append(pictureOf(url));
  const excerpt = excerptOf(content, title, words).flatMap(({ text, found }) => {
    // Without punctuation after it.
    const [word = ''] = /^.*[\p{L}\p{M}\p{N}]/su.exec(text) ?? [];
    return found ? [element('mark', word), text.slice(word.length)] : [text];
  });
  article.append(element('p', ...excerpt));
  const details = [
    ...(topic === undefined ? [] : [linkTo(topicPage, joinWords(topic))]),
    ...(published === undefined ? [] : [timeOf(published)]),
  ];
  if (details.length > 0) article.append(byline(details));
  return element('li', article);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  created.append(...children);
  return created;
}

function linkTo(path: string, text: string): HTMLAnchorElement {
  const link = element('a', text);
  link.href = path;
  return link;
}

function byline(details: readonly Node[]): HTMLElement {
  const paragraph = element('p', ...details);
  paragraph.className = 'byline';
  return paragraph;
}

function timeOf(published: string): HTMLTimeElement {
  const { lang } = document.documentElement;
  const time = element('time', formatDate(published, lang));
  time.dateTime = published;
  time.lang = lang;
  return time;
}

/**
 * The lead picture, from the page of the article: the build makes the index before the pictures. If
 * the reader opens the article, the page is loaded already.
 */
function pictureOf(url: string): HTMLPictureElement {
  const image = element('img');
  image.alt = '';
  const picture = element('picture', image);
  findPicture(url)
    .then((source) => (image.src = source))
    .catch(() => {
      picture.remove();
    });
  return picture;
}

async function findPicture(url: string): Promise<string> {
  const response = await fetch(url);
  const page = await response.text();
  // Not the whole page: the policy would report its styles, and attributes in the head can contain
  // tags as text. With its quotes, this tag is only where the content begins.
  const content = page.slice(page.indexOf('<main id="main">'));
  const [html] = /<picture>.*?<\/picture>/s.exec(content) ?? [''];
  const picture = new DOMParser().parseFromString(html, 'text/html');
  // The smallest one. Animations have no other format.
  const source = picture.querySelector('source[type="image/webp"]')?.getAttribute('srcset');
  const path = source?.split(' ')[0] ?? picture.querySelector('img')?.getAttribute('src');
  if (path === undefined || path === null) throw new Error(`${url} has no picture.`);
  return new URL(path, response.url).href;
}
