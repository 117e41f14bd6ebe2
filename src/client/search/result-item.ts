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
  if (picture !== undefined) article.append(pictureOf(picture));
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

function pictureOf(path: string): HTMLPictureElement {
  const image = element('img');
  image.alt = '';
  image.src = path;
  const picture = element('picture', image);
  image.onerror = () => {
    picture.remove();
  };
  return picture;
}
