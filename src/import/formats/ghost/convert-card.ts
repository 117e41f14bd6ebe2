import type { ElementContent } from 'hast';
import { element, elementWithFate } from '../../document/source-document.ts';
import { bodyTree } from '../markdown/body-tree.ts';
import { Card, unknownNode } from './card.ts';
import { isObject, type JsonObject } from '../read-json.ts';

type Content = ElementContent[];

/**
 * What each card of Ghost shows on a site, as the HTML that Ghost makes of it, without its wrappers.
 * The names are those of Koenig, and where they differ those of Mobiledoc.
 */
const CARDS: Readonly<Record<string, (card: Card) => Content>> = {
  image: (card) => figure(card, [picture(card)]),
  gallery: (card) => {
    const images = card.cards('images');
    return figure(
      card,
      images.map((image) => paragraph([picture(image), ...image.html('caption'), ...image.rest()])),
    );
  },
  html: (card) => card.html('html'),
  markdown: toMarkdown,
  'card-markdown': toMarkdown,
  code: toCode,
  codeblock: toCode,
  hr: () => [element('hr')],
  horizontalrule: () => [element('hr')],
  embed: (card) => {
    const html = card.html('html');
    const isShown = html.length > 0;
    return figure(card, isShown ? html : [paragraph(link(card, 'url'))]);
  },
  bookmark: (card) => {
    const data = card.card('metadata');
    const parts = ['description', 'author', 'publisher'].map((key) => textOf(data, key));
    const name = data.text('title');
    const title = paragraph(link(card, 'url', name));
    return figure(card, [title, ...parts.filter(hasContent).map(paragraph), ...data.rest()]);
  },
  callout: (card) => {
    const emoji = textOf(card, 'calloutEmoji');
    const space: Content = hasContent(emoji) ? [{ type: 'text', value: ' ' }] : [];
    return [element('aside', {}, [...emoji, ...space, ...card.html('calloutText')])];
  },
  toggle: (card) => [
    element('details', {}, [element('summary', {}, card.html('heading')), ...card.html('content')]),
  ],
  button: (card) => [paragraph(link(card, 'buttonUrl', card.text('buttonText')))],
  audio: (card) => {
    const title = card.text('title');
    return [element('audio', { src: card.text('src'), ...(title !== undefined && { title }) })];
  },
  video: (card) => figure(card, [element('video', { src: card.text('src') })]),
  file: (card) => {
    const name = card.text('fileTitle') ?? card.text('fileName');
    const caption = textOf(card, 'fileCaption');
    return [
      paragraph(link(card, 'src', name)),
      ...(hasContent(caption) ? [paragraph(caption)] : []),
    ];
  },
  header: (card) => [
    element('h2', {}, card.html('header')),
    paragraph(card.html('subheader')),
    ...(card.isOn('buttonEnabled')
      ? [paragraph(link(card, 'buttonUrl', card.text('buttonText')))]
      : []),
  ],
  product: (card) => {
    const src = card.text('productImageSrc');
    const hasButton = card.isOn('productButtonEnabled');
    return [
      ...(src === undefined ? [] : [paragraph([element('img', { src })])]),
      element('h4', {}, card.html('productTitle')),
      element('div', {}, card.html('productDescription')),
      ...(hasButton ? [paragraph(link(card, 'productUrl', card.text('productButton')))] : []),
    ];
  },
  'call-to-action': (card) => {
    const src = card.isOn('hasImage') ? card.text('imageUrl') : undefined;
    const label = card.isOn('hasSponsorLabel') ? card.html('sponsorLabel') : [];
    const button = card.isOn('showButton') ? link(card, 'buttonUrl', card.text('buttonText')) : [];
    return [
      element('div', {}, label),
      ...(src === undefined ? [] : [paragraph([element('img', { src })])]),
      element('div', {}, card.html('textValue')),
      paragraph(button),
    ];
  },
  // A form to subscribe. Its words mean nothing without it.
  signup: (card) => [
    elementWithFate({ omitted: 'control' }, [
      ...['header', 'subheader', 'disclaimer'].flatMap((key) => card.html(key)),
      ...textOf(card, 'buttonText'),
    ]),
  ],
  email: inNewsletter,
  'email-cta': inNewsletter,
  // As in the HTML of Ghost.
  paywall: () => [{ type: 'comment', value: 'members-only' }],
};

/** Converts a card. One that is unknown is reported, with all its words. */
export function convertCard(name: string, data: JsonObject): Content {
  const card = new Card(data);
  const convert = Object.hasOwn(CARDS, name) ? CARDS[name] : undefined;
  if (!convert) return [unknownNode('ghost', name), ...card.unsupported()];
  const content = [...convert(card), ...card.rest()];
  return isForMembers(data)
    ? [elementWithFate({ omitted: 'members only' }, content, 'div')]
    : content;
}

/** Whether visitors of the site do not see a card. */
function isForMembers({ visibility }: JsonObject): boolean {
  const web = isObject(visibility) ? visibility.web : undefined;
  return isObject(web) && web.nonMember === false;
}

/** No visitor of the site has seen it. */
function inNewsletter(card: Card): Content {
  const words = [...card.html('html'), ...textOf(card, 'buttonText')];
  return [elementWithFate({ omitted: 'hidden' }, words, 'div')];
}

function toMarkdown(card: Card): Content {
  return bodyTree(card.code('markdown'), false).children.filter((node) => node.type !== 'doctype');
}

function toCode(card: Card): Content {
  const language = card.text('language');
  const className = language === undefined ? [] : [`language-${language}`];
  const code = element('code', { className }, [{ type: 'text', value: card.code('code') }]);
  return figure(card, [element('pre', {}, [code])]);
}

function picture(card: Card): ElementContent {
  const title = card.text('title');
  const image = element('img', {
    src: card.text('src'),
    alt: card.text('alt') ?? '',
    ...(title !== undefined && { title }),
  });
  const href = card.text('href');
  return href === undefined ? image : element('a', { href }, [image]);
}

/** Content with the caption of its card. */
function figure(card: Card, content: Content): Content {
  const caption = card.html('caption');
  return [
    element('figure', {}, [
      ...content,
      ...(hasContent(caption) ? [element('figcaption', {}, caption)] : []),
    ]),
  ];
}

/** A link to the address of a key, which also is its text if there is no other. */
function link(card: Card, key: string, words?: string): Content {
  const href = card.text(key);
  const value = words ?? href ?? '';
  if (value === '') return [];
  const text: ElementContent = { type: 'text', value };
  return href === undefined ? [text] : [element('a', { href }, [text])];
}

function textOf(card: Card, key: string): Content {
  const value = card.text(key);
  return value === undefined ? [] : [{ type: 'text', value }];
}

function paragraph(content: Content): ElementContent {
  return element('p', {}, content);
}

function hasContent(content: Content): boolean {
  return content.length > 0;
}
