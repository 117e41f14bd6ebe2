import type { Nodes, Root } from 'hast';
import { BLOCKS } from '../../document/html-names.ts';
import { htmlText } from './html-text.ts';

/** In letters. Shorter sentences can be anywhere. */
const MIN_LENGTH = 20;
/** The share of the JSON-LD that must be in the article. It has other spellings of some words. */
const MIN_FOUND = 0.95;
/** The share of the article that must be in the JSON-LD, which has no captions and lists of links. */
const MIN_COVERED = 0.8;

/**
 * Compares what was taken for the article with the `articleBody` of JSON-LD: a third opinion.
 * @returns where they disagree
 */
export function compareWithJsonLd(tree: Root, articleBody: string): string[] {
  const taken = lettersOf(takenText(tree));
  const sentences = htmlText(articleBody)
    .split(/(?<=[.!?…。！？؟।])\s*|\n+/)
    .map((text) => ({ text, letters: lettersOf(text) }))
    .filter(({ letters }) => letters.length >= MIN_LENGTH);
  const missing = sentences.filter(({ letters }) => !taken.includes(letters));
  const total = lengthOf(sentences);
  const found = total - lengthOf(missing);
  if (total === 0) return [];
  const notes: string[] = [];
  if (found / total < MIN_FOUND) {
    const excerpt = missing.map(({ text }) => text).join(' … ');
    notes.push(
      `JSON-LD of the page has text that was not taken for the article: ${excerpt.slice(0, 200)}${excerpt.length > 200 ? '…' : ''}`,
    );
  }
  if (found / taken.length < MIN_COVERED) {
    const share = Math.round((found / taken.length) * 100);
    notes.push(
      `JSON-LD of the page has ${share} % of what was taken for the article. Check where it starts and ends.`,
    );
  }
  return notes;
}

function lengthOf(sentences: readonly { readonly letters: string }[]): number {
  return sentences.reduce((sum, { letters }) => sum + letters.length, 0);
}

/** Quotation marks and spaces differ between a page and its JSON-LD. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .toLowerCase();
}

/** The text that no step before has left out or moved. */
function takenText(node: Nodes): string {
  if (node.type === 'text') return node.data?.fate === undefined ? node.value : '';
  if (node.type !== 'element' && node.type !== 'root') return '';
  if (node.type === 'element' && node.data?.fate !== undefined) return '';
  const text = node.children.map(takenText).join('');
  return node.type === 'element' && BLOCKS.has(node.tagName) ? `${text}\n` : text;
}
