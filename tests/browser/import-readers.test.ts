import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fileInMemory } from '../../src/import/containers/sliced-file.ts';
import { openZip } from '../../src/import/containers/read-zip.ts';
import type { FileConversion } from '../../src/import/convert-file.ts';
import { noteTried } from '../tried.ts';
import { convertInput } from '../unit/import/documents/convert-input.ts';
import { fragment } from '../unit/import/documents/html-fragments.ts';
import { packText, textTemplate } from '../unit/import/documents/odt-template.ts';
import { readParts, textFile, zipFolder, type TextContent } from '../unit/import/documents/office-files.ts'; // prettier-ignore
import { plantSentinels } from '../unit/import/documents/sentinels.ts';
import { launchBrowser } from './launch-browser.ts';

/*
 * Chromium reads the documents, too, and shares no code with the import: neither the parsers of HTML
 * and XML, nor what is shown.
 */

const FIXTURES = 'tests/fixtures/import-documents';
/** The same documents in each run. */
const SEED = 18;
const GENERATED = 300;

// A busy machine needs longer than the default for hundreds of documents.
vi.setConfig({ testTimeout: 400_000 });

let page: Page;
beforeAll(async () => {
  const browser = await launchBrowser();
  page = await browser.newPage();
  // Documents must not load anything.
  await page.setContent(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><body></body>`,
  );
});
afterAll(async () => {
  await page.context().browser()?.close();
});

/** What Chromium reads in an HTML document. */
interface Reading {
  /** Text nodes and comments, in their order, without those of white space alone. */
  readonly texts: readonly string[];
  /** What is shown. */
  readonly shown: string;
}

/** Runs in the browser. */
function readHtml(documents: readonly string[]): Reading[] {
  const textsIn = (node: Node): string[] => {
    if (node instanceof Text || node instanceof Comment) {
      return node.data.trim() === '' ? [] : [node.data];
    }
    const content = node instanceof HTMLTemplateElement ? node.content : node;
    return [...content.childNodes].flatMap(textsIn);
  };
  return documents.map((html) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const texts = textsIn(parsed);
    document.body.replaceChildren(document.importNode(parsed.body, true));
    // Readers open them.
    for (const details of document.querySelectorAll('details')) details.open = true;
    return { texts, shown: document.body.innerText };
  });
}

/** Runs in the browser: the texts of documents, each of which has several parts of XML. */
function readXml(documents: readonly (readonly string[])[]): string[][] {
  const textsIn = (xml: string): string[] => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    // Who changed or commented on a text, and when, is not text of it.
    for (const info of parsed.querySelectorAll('change-info, annotation > date')) info.remove();
    const walker = parsed.createTreeWalker(
      parsed,
      NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION,
    );
    const texts: string[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
    return texts;
  };
  return documents.map((parts) => parts.flatMap(textsIn));
}

function textsOf({ ledger = [] }: FileConversion): readonly { value: string; fate: unknown }[] {
  return ledger.filter(({ kind }) => kind === 'text');
}

/** Without white space, which formats collapse in different ways. */
function letters(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function convertHtml(html: string): FileConversion {
  const [conversion] = convertInput(html, 'a.html', { acceptOmissions: true });
  if (!conversion) throw new Error('There is no article.');
  return conversion;
}

test('Chromium finds the same texts in HTML, in the same order', async () => {
  const names = ['disagreement', 'fragment', 'hidden', 'hidden-row', 'lists-and-tables', 'page']; // prettier-ignore
  const documents = [
    ...names.map((name) => readFileSync(`${FIXTURES}/html-${name}/input.html`, 'utf8')),
    ...fc
      .sample(fragment, { numRuns: GENERATED, seed: SEED })
      .map((one) => plantSentinels(one).text),
  ];
  noteTried({ cases: documents.length });
  const readings = await page.evaluate(readHtml, documents);
  const different = documents.filter((html, index) => {
    const texts = textsOf(convertHtml(html)).map(({ value }) => value);
    return texts.join('\n') !== readings[index]?.texts.join('\n');
  });
  expect(different).toEqual([]);
});

test('Chromium shows the words that were kept, in the same order, and not those that were hidden', async () => {
  const documents = fc.sample(fragment, { numRuns: GENERATED, seed: SEED + 1 }).map(plantSentinels);
  noteTried({ cases: documents.length });
  const readings = await page.evaluate(
    readHtml,
    documents.map(({ text }) => text),
  );
  const different = documents.filter(({ text }, index) => {
    const shown = readings[index]?.shown.match(WORD) ?? [];
    const entries = textsOf(convertHtml(text)).flatMap(({ value, fate }) =>
      (value.match(WORD) ?? []).map((word) => ({ word, fate })),
    );
    const kept = entries.filter(({ fate }) => isKept(fate)).map(({ word }) => word);
    const hidden = new Set(entries.filter(({ fate }) => isHidden(fate)).map(({ word }) => word));
    const keptAndShown = new Set(kept);
    return (
      shown.some((word) => hidden.has(word)) ||
      shown.filter((word) => keptAndShown.has(word)).join() !== kept.join()
    );
  });
  expect(different.map(({ text }) => text)).toEqual([]);
});

test('every text of an OpenDocument text that Chromium finds in its parts is in the ledger', async () => {
  const fixture = readParts(`${FIXTURES}/odt-text/input.odt`) as unknown as TextContent; // Named after them.
  const generated = fc.sample(textTemplate, { numRuns: 60, seed: SEED });
  const files = [textFile(fixture), ...generated.map((one) => packText(plantSentinels(one).text))];
  noteTried({ cases: files.length });
  expect(await missingTexts(files, 'a.odt', /^(?:content|styles|meta)\.xml$/)).toEqual([]);
});

test('every text of an EPUB that Chromium finds in its documents is in the ledger', async () => {
  const files = [zipFolder(`${FIXTURES}/epub/input.epub`)];
  expect(await missingTexts(files, 'a.epub', /\.xhtml$/)).toEqual([]);
});

test('every word of an export of WordPress that Chromium finds in its items is in the ledger', async () => {
  const bytes = readFileSync(`${FIXTURES}/wordpress/input.xml`);
  const texts = await page.evaluate(readItems, bytes.toString());
  const conversions = convertInput(bytes, 'a.xml', { acceptOmissions: true });
  const ledger = conversions.flatMap(({ ledger = [] }) =>
    ledger.flatMap(({ value }) => wordsOf(value)),
  );
  const words = texts.flatMap((text) => wordsOf(text.replaceAll(SHORTCODE, ' ')));
  expect(words.length).toBeGreaterThan(80);
  expect(words.filter((word) => !ledger.includes(word))).toEqual([]);
});

/** Only their names, and not the words in their attributes, are in the ledger, if they are known. */
const SHORTCODE = /\[\/?(?:caption|gallery|embed)[^\]]*\]/g;

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Runs in the browser: the texts of titles, contents, topics and comments in an export. */
function readItems(xml: string): string[] {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  const names = ['title', 'encoded', 'category', 'comment_author', 'comment_content'];
  const elements = [...parsed.querySelectorAll('item *')];
  const textsIn = (node: Node): string =>
    node instanceof Text ? ` ${node.data} ` : [...node.childNodes].map(textsIn).join('');
  return elements
    .filter(({ localName }) => names.includes(localName))
    .map(({ textContent }) => new DOMParser().parseFromString(textContent, 'text/html'))
    .map(({ body }) => textsIn(body));
}

/** The texts in the parts of archives that are not in the ledger. */
async function missingTexts(files: readonly Uint8Array[], name: string, parts: RegExp) {
  const documents = files.map((bytes) => {
    const zip = openZip(fileInMemory(bytes));
    const paths = zip.paths.filter((path) => parts.test(path));
    return paths.map((path) => Buffer.from(zip.read(path) ?? []).toString());
  });
  const texts = await page.evaluate(readXml, documents);
  return files.flatMap((bytes, index) => {
    const conversions = convertInput(bytes, name, { acceptOmissions: true });
    const ledger = letters(
      conversions
        .flatMap(({ ledger = [] }) => ledger)
        .map(({ value }) => value)
        .join(''),
    );
    expect(texts[index]?.length).toBeGreaterThan(3);
    return texts[index]?.filter((text) => !ledger.includes(letters(text)));
  });
}

/** A word of `plantSentinels`. */
const WORD = /s\d+z/g;

function isKept(fate: unknown): boolean {
  return fate === 'kept' || (typeof fate === 'object' && fate !== null && 'moved' in fate);
}

function isHidden(fate: unknown): boolean {
  if (typeof fate !== 'object' || fate === null || !('omitted' in fate)) return false;
  return ['hidden', 'code', 'comment'].includes(String(fate.omitted));
}
