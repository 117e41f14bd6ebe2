import { seededRandom } from '../seeded-random.ts';

/**
 * Generates an article text with a credit, a standfirst and a body of about 450 words. Each number has
 * a different text, which is the same on every machine.
 */
export function sampleText(number: number): string {
  const random = seededRandom(number);
  const sentence = (): string => {
    const words = Array.from({ length: 12 + Math.floor(random() * 14) }, () => pick(WORDS, random));
    const text = words.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${pick(ENDS, random)}`;
  };
  const paragraph = (sentences: number): string =>
    Array.from({ length: sentences }, sentence).join(' ');
  return [
    `Ministers meet for the ${number.toLocaleString('en')}th time, ${pick(WORDS, random)} and ${pick(WORDS, random)}`,
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
