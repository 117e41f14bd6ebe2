import { sampleWords } from './sample-text.ts';

/**
 * Generates a news page of about 100 kB, as a browser saves it: an article of about 700 words with
 * pictures and asides among navigation, teasers, scripts and styles.
 */
export function samplePage(number: number): string {
  const { words, sentence, paragraph } = sampleWords(number);
  const headline = `Ministers meet for the ${number.toLocaleString('en')}th time, ${words(3)}`;
  const repeat = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => make(index)).join('\n');
  const link = (): string =>
    `<li class="nav__item nav__item--level-2"><a class="nav__link" data-track="nav" href="https://news.example/${number}/${words(1)}">${words(2)}</a></li>`;
  const teaser = (index: number): string =>
    `<div class="teaser teaser--small"><a class="teaser__link" href="https://news.example/${number}/${index}"><picture><source srcset="https://static.example/${index}-320.webp 320w, https://static.example/${index}-640.webp 640w" type="image/webp"><img class="teaser__image" loading="lazy" src="https://static.example/${index}.jpg" alt=""></picture><span class="teaser__kicker">${words(1)}</span><h3 class="teaser__title">${words(8)}</h3><p class="teaser__text">${sentence()}</p></a></div>`;
  const figure = (index: number): string =>
    `<figure class="article__figure"><img src="https://static.example/${number}/${index}.jpg" srcset="https://static.example/${number}/${index}-640.jpg 640w, https://static.example/${number}/${index}-1280.jpg 1280w" alt="${words(5)}"><figcaption class="article__caption">${words(8)} <span class="article__credit">Jane Doe</span></figcaption></figure>`;
  const paragraphs = (count: number): string =>
    repeat(
      count,
      () =>
        `<p class="article__paragraph">${sentence()} <a href="https://news.example/topic/${words(1)}">${words(2)}</a> ${paragraph(2)}</p>`,
    );
  const metadata = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    datePublished: '2023-09-19T08:00:00Z',
    author: [{ '@type': 'Person', name: 'Jane Doe' }],
  };
  return `<!DOCTYPE html>
<!-- saved from url=(0030)https://news.example/${number} -->
<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>${headline} | News Example</title>
<meta property="og:title" content="${headline}">
<meta name="description" content="${words(12)}">
${repeat(30, (index) => `<meta name="app:setting-${index}" content="${words(4)}">`)}
${repeat(12, (index) => `<link rel="stylesheet" href="./page_files/style-${index}.css">`)}
<script type="application/ld+json">${JSON.stringify(metadata)}</script>
<style>${repeat(150, (index) => `.component-${index}__part { margin: 0 auto; padding: ${index}px; color: #333; }`)}</style>
<script>window.settings = {${repeat(250, (index) => `"setting${index}": {"enabled": true, "rollout": ${index}},`)}};</script>
</head><body class="page page--article">
<header class="site-header"><a class="logo" href="https://news.example/"><svg viewBox="0 0 10 10" aria-hidden="true"><path d="M0 0h10v10z"></path></svg>News Example</a>
<nav class="nav" aria-label="Sections"><ul>${repeat(110, link)}</ul></nav></header>
<div class="ad ad--top" data-slot="top"><script>ads.push({"slot": "top", "sizes": [[970, 250]]});</script></div>
<main class="layout"><article class="article"><header class="article__header"><p class="article__kicker">${words(1)}</p>
<h1 class="article__title">${headline}</h1><p class="article__standfirst">${sentence()}</p>
<div class="article__meta"><span class="article__byline">By Jane Doe</span> <time datetime="2023-09-19T08:00:00Z">19 September 2023</time></div>
<ul class="share">${repeat(6, () => `<li><button class="share__button" type="button">${words(1)}</button></li>`)}</ul></header>
${figure(0)}<div class="article__body">${paragraphs(4)}
<h2 class="article__heading">${words(4)}</h2>${paragraphs(3)}
<blockquote class="article__quote"><p>${sentence()}</p></blockquote>${paragraphs(2)}
${figure(1)}<h2 class="article__heading">${words(4)}</h2>${paragraphs(3)}
<ul class="article__list">${repeat(4, () => `<li>${sentence()}</li>`)}</ul></div></article>
<aside class="sidebar"><h2 class="sidebar__title">Most read</h2>${repeat(20, teaser)}</aside></main>
<section class="related"><h2>More on this</h2>${repeat(30, teaser)}</section>
<footer class="site-footer"><ul>${repeat(60, link)}</ul><p>© News Example</p></footer>
<script>${repeat(150, (index) => `track("component-${index}", {"visible": false, "position": ${index}});`)}</script>
</body></html>
`;
}
