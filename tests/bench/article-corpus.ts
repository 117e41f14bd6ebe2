import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** An article of the corpus. */
interface CorpusArticle {
  readonly slug: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: string;
  /** `2019-04-02`: ten years, in even steps. */
  readonly published: string;
  readonly topics: readonly string[];
  /** Markdown: 450 words in six paragraphs, with a GFM footnote, a quote and a link. */
  readonly body: string;
}

/**
 * Makes up articles, the same ones for the same number on every machine.
 * @param count how many
 */
export function* articleCorpus(count: number): Generator<CorpusArticle> {
  for (let index = 0; index < count; index++) {
    const random = randomFrom(index + 1);
    const words = (number: number): string =>
      Array.from({ length: number }, () => commonFirst(VOCABULARY, random)).join(' ');
    const headline = `${capital(words(6))} ${index}`;
    const day = new Date(Date.UTC(2014, 0, 1) + Math.floor((index / count) * 3650) * 86_400_000);
    yield {
      slug: `article-${String(index).padStart(5, '0')}`,
      headline,
      standfirst: `${capital(words(18))}.`,
      byline: `${capital(words(1))} ${capital(words(1))}`,
      published: day.toISOString().slice(0, 10),
      topics: [...new Set([pick(TOPICS, random), pick(TOPICS, random)])],
      body: bodyOf(words),
    };
  }
}

function bodyOf(words: (number: number) => string): string {
  const sentence = (): string => `${capital(words(15))}.`;
  const paragraph = (): string => Array.from({ length: 5 }, sentence).join(' ');
  return [
    paragraph(),
    `${capital(words(60))}, [${words(4)}](https://example.org/${words(1)}), ${words(11)}.`,
    paragraph(),
    `> ${capital(words(49))}.[^1]`,
    paragraph(),
    `## ${capital(words(4))}`,
    `${paragraph()} *${capital(words(3))}* and **${words(3)}**.`,
    `[^1]: ${capital(words(15))}.`,
  ].join('\n\n');
}

/**
 * Writes the corpus into a folder as Offprint's articles, or as another generator's.
 * @param folder which need not exist
 * @param frontMatter the article's metadata as this generator wants it
 */
export async function writeCorpus(
  folder: string,
  count: number,
  frontMatter: (article: CorpusArticle) => Record<string, unknown>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const article of articleCorpus(count)) {
    await writeFile(
      join(folder, `${article.slug}.md`),
      // JSON is YAML, and needs no care for what the words hold.
      `---\n${Object.entries(frontMatter(article))
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
        .join('')}---\n\n${article.body}\n`,
    );
  }
}

/** The front matter of an article of Offprint. */
export function offprintFrontMatter(article: CorpusArticle): Record<string, unknown> {
  const { headline, standfirst, byline, published, topics } = article;
  return { headline, standfirst, byline, published, topics };
}

/** Writes a file and the folders on its way. */
export async function writeInto(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** Mulberry32: a small generator of the same numbers from 0 to 1 for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<Item>(list: readonly Item[], random: () => number): Item {
  // The index is below the length of a list that is never empty.
  return list[Math.floor(random() * list.length)] as Item;
}

/** As often as in real texts: each word half as often as the one of half its rank (Zipf's law). */
function commonFirst<Item>(list: readonly Item[], random: () => number): Item {
  return list[Math.floor(list.length ** random()) - 1] as Item;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const TOPICS = [
  ...['Agriculture', 'Archives', 'Arts', 'Aviation', 'Banking', 'Books', 'Business', 'Cities'],
  ...['Climate', 'Courts', 'Culture', 'Defence', 'Economy', 'Education', 'Elections', 'Energy'],
  ...['Europe', 'Film', 'Fisheries', 'Football', 'Forests', 'Health', 'Housing', 'Industry'],
  ...['Iran', 'Labour', 'Markets', 'Media', 'Migration', 'Music', 'Parliament', 'Ports'],
  ...['Railways', 'Religion', 'Science', 'Shipping', 'Taxes', 'Technology', 'Trade', 'Weather'],
];

/** Common words of news, and made-up ones, so that an index of words has work to do. */
const VOCABULARY = [
  ...'the of and to in a is that for it as was with be by on not he his but at are this have from'.split(
    ' ',
  ),
  ...'minister agreement harbour council talks region water budget school evening report court'.split(
    ' ',
  ),
  ...Array.from({ length: 4000 }, (_, index) => madeUpWord(index)),
];

function madeUpWord(index: number): string {
  const syllables = ['ba', 'cor', 'del', 'fen', 'gar', 'hul', 'jin', 'kos', 'lam', 'mer', 'nov'];
  let word = '';
  for (let rest = index + 11; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? '';
  }
  return word;
}
