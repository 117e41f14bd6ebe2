import { expect } from 'vitest';
import { fromHtml } from 'hast-util-from-html';
import { readFrontMatter } from '../../../../src/content/yaml/read-front-matter.ts';
import type { FileConversion } from '../../../../src/import/convert-file.ts';
import { renderBody } from '../../../../src/markdown/render.ts';

/** Replaces each `@` with a word of its own: `s1z`, `s2z`. */
export function plantSentinels(template: string): { text: string; words: string[] } {
  const words: string[] = [];
  const text = template.replaceAll('@', () => {
    const word = `s${words.length + 1}z`;
    words.push(word);
    return word;
  });
  return { text, words };
}

/** Each word is in the ledger exactly once, and in the article if it was kept or moved. */
export function expectSentinels(
  conversion: FileConversion | undefined,
  words: readonly string[],
): void {
  if (!conversion || 'skipped' in conversion) throw new Error('There is no article.');
  if (!conversion.ok) throw new Error(JSON.stringify(conversion.faults));
  const { ledger = [], markdown } = conversion;
  const file = readFrontMatter(markdown);
  if (!file.ok) throw new Error(JSON.stringify(file.faults));
  const html = renderBody(file.value.body, 'en').html;
  const page = new Map([...wordsIn(html)].map((word) => [word, true]));
  const frontMatter = new Set(wordsIn(markdown.slice(0, -file.value.body.length)));
  const found = new Map<string, unknown[]>();
  for (const { value, fate } of ledger) {
    for (const word of wordsIn(value)) found.set(word, [...(found.get(word) ?? []), fate]);
  }
  for (const word of words) {
    const [fate, ...others] = found.get(word) ?? [];
    expect(others, `${word} is in the ledger once`).toEqual([]);
    expect(fate, `${word} is in the ledger`).toBeDefined();
    // Alternative text of a picture is beside the gap of the picture, not in the HTML.
    if (fate === 'kept') expect(markdown.includes(word) || page.has(word), word).toBe(true);
    else if (typeof fate === 'object' && fate !== null && 'moved' in fate) {
      expect(frontMatter.has(word), `${word} is in the front matter`).toBe(true);
    } else expect(page.has(word), `${word} is not on the page`).toBe(false);
  }
  expect(fromHtml(html, { fragment: true }).children.length).toBeGreaterThan(0);
}

function wordsIn(text: string): string[] {
  return text.match(/s\d+z/g) ?? [];
}
