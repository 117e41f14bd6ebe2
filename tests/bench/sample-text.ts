import { seededRandom } from '../seeded-random.ts';

/** Makes up sentences and paragraphs. Each number has different ones, the same on every machine. */
export function sampleWords(number: number) {
  const random = seededRandom(number);
  const words = (count: number): string =>
    Array.from({ length: count }, () => pick(WORDS, random)).join(' ');
  const sentence = (): string => {
    const text = words(12 + Math.floor(random() * 14));
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${pick(ENDS, random)}`;
  };
  const paragraph = (sentences: number): string =>
    Array.from({ length: sentences }, sentence).join(' ');
  return { words, sentence, paragraph };
}

/** Generates an article text with a credit, a standfirst and a body of about 450 words. */
export function sampleText(number: number): string {
  const { words, sentence, paragraph } = sampleWords(number);
  return [
    `Ministers meet for the ${number.toLocaleString('en')}th time, ${words(1)} and ${words(1)}`,
    sentence(),
    '© Example Agency / Jane Doe',
    paragraph(2),
    ...Array.from({ length: 6 }, () => paragraph(3)),
    '',
  ].join('\n');
}

function pick<Item>(items: readonly [Item, ...Item[]], random: () => number): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

const ENDS = ['.', '.', '.', '.', '.', ',” he said.', ' — for now.', ' (see above).', '?'] as const;
const WORDS = [
  'minister',
  'the',
  'talks',
  'of',
  'and',
  'in',
  'Tehran',
  'Moscow',
  'agreement',
  'a',
  'that',
  'officials',
  'said',
  'military',
  'trade',
  'US-led',
  '“strategic',
  'on',
  'partnership”',
  'corridor',
  'years',
  'recent',
  '143 million',
  'is',
  'was',
  'by',
  'to',
  'Daesh*',
  'Foreign',
  'meeting',
  'region',
  'states',
  'Iran',
  'Russia',
  'with',
] as const;
