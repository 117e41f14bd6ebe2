import { readFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import type { Element, Root } from 'hast';
import sharp from 'sharp';
import { visit } from 'unist-util-visit';
import { expect, inject, test } from 'vitest';

const folder = `${inject('fixtureSite')}/articles`;
const page = fromHtml(readFileSync(`${folder}/harbour-at-dawn.html`, 'utf8'));
const [leadFigure = page, bodyFigure = page] = elements(page, 'figure');
const [lead] = elements(leadFigure, 'img');
const [inBody] = elements(bodyFigure, 'img');

function elements(within: Root | Element, tagName: string): Element[] {
  const found: Element[] = [];
  visit(within, 'element', (element) => {
    if (element.tagName === tagName) found.push(element);
  });
  return found;
}

function candidates(source: Element): { file: string; width: number }[] {
  return String(source.properties.srcSet)
    .split(', ')
    .map((candidate) => {
      const [file = '', width] = candidate.split(' ');
      return { file, width: Number.parseInt(width ?? '', 10) };
    });
}

test('the lead picture is available as AVIF and WebP, in the sizes that srcset states', async () => {
  const sources = elements(leadFigure, 'source');
  expect(sources.map(({ properties }) => properties.type)).toEqual(['image/avif', 'image/webp']);
  for (const source of sources) {
    const files = candidates(source);
    expect(files.length).toBeGreaterThan(2);
    for (const { file, width } of files) {
      expect((await sharp(`${folder}/${file}`).metadata()).width).toBe(width);
    }
  }
});

test('pictures have a width, a height and alternative text', () => {
  expect(lead?.properties).toMatchObject({
    width: 1800,
    height: 1200,
    alt: 'Cranes above still water',
  });
  expect(inBody?.properties).toMatchObject({ width: 600, height: 400, alt: 'Nets on the quay' });
});

test('the lead picture loads first, and the others load lazily', () => {
  expect(lead?.properties).toMatchObject({ fetchPriority: 'high' });
  expect(lead?.properties).not.toHaveProperty('loading');
  expect(inBody?.properties).toMatchObject({ loading: 'lazy' });
});

test('the original picture is not published', () => {
  expect(String(lead?.properties.src)).not.toContain('harbour.jpg');
});

test('a picture from another site is a link', () => {
  const html = readFileSync(`${folder}/harbour-at-dawn.html`, 'utf8');
  expect(html).toContain(
    '<a href="https://example.org/elsewhere.jpg" rel="noopener noreferrer">from elsewhere</a>',
  );
});
