import { globSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { initialIcon } from '../../src/layouts/initial-icon.ts';
import { readPage } from './read-page.ts';

const generated = inject('generatedSite');
const fixture = inject('fixtureSite');

test('the heading of an older page is not its number', () => {
  const page = readPage(generated, 'page/2.html');
  expect(page.texts('h1')).toEqual(['Older articles']);
  expect(page.texts('.page-links span')).toEqual(['Page 2 of 6']);
});

test('the page of a topic does not repeat the topic on each item', () => {
  const page = readPage(generated, 'topics/weather.html');
  expect(page.all('.article-list > li').length).toBeGreaterThan(0);
  expect(page.all('.article-list a[href="weather.html"]')).toEqual([]);
});

test('every page has an icon: the initial of the publication', () => {
  for (const path of globSync('**/*.html', { cwd: generated }).slice(0, 20)) {
    const icons = readPage(generated, path).values('link[rel=icon]', 'href');
    expect(icons).toEqual([initialIcon('The Harbour Gazette & <Sons>')]);
  }
});

test.each([
  ['The Harbour', 'T'],
  ['écho', 'É'],
  ['<b>', '&%2360;'],
  ['"#', '&%2334;'],
  ['港口', '港'],
  ['हिन्दी', 'हि'],
])('the icon of %s has the letter %s', (name, letter) => {
  expect(initialIcon(name)).toContain(`fill='crimson'>${letter}</text>`);
});

test('an article without a byline has no element that text extractors take for one', () => {
  // The patterns of Mozilla's Readability.
  const author = /byline|author|dateline|writtenby|p-author/i;
  const without = globSync('articles/*.html', { cwd: fixture })
    .map((path) => readPage(fixture, path))
    .filter((page) => page.all('header b').length === 0);
  expect(without.length).toBeGreaterThan(0);
  for (const page of without) {
    const names = ['className', 'id', 'rel'].flatMap((name) => page.values('*', name));
    expect(names.filter((name) => author.test(name))).toEqual([]);
  }
});
