/**
 * An article text with a credit, a standfirst and about 450 words of body. No two numbers give the
 * same text, and every number gives the same text on every machine.
 */
export function sampleText(number: number): string {
  const random = generator(number);
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

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const ENDS = ['.', '.', '.', '.', '.', ',” he said.', ' — for now.', ' (see above).', '?'] as const;
const WORDS = [
  ...(['minister', 'the', 'talks', 'of', 'and', 'in', 'Tehran', 'Moscow', 'agreement'] as const),
  ...([
    'a',
    'that',
    'officials',
    'said',
    'military',
    'trade',
    'US-led',
    '“strategic',
    'on',
  ] as const),
  ...(['partnership”', 'corridor', 'years', 'recent', '143 million', 'is', 'was', 'by'] as const),
  ...([
    'to',
    'Daesh*',
    'Foreign',
    'meeting',
    'region',
    'states',
    'Iran',
    'Russia',
    'with',
  ] as const),
] as const;
