import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { seededRandom } from '../seeded-random.ts';

interface CorpusArticle {
  readonly slug: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: string;
  /** `2019-04-02`. Dates are evenly spread over ten years. */
  readonly published: string;
  readonly topics: readonly string[];
  /** Markdown: about 450 words with a GFM footnote, a quote and a link. */
  readonly body: string;
}

/** Generates `count` articles, the same ones on every machine. */
export function* articleCorpus(count: number): Generator<CorpusArticle> {
  for (let index = 0; index < count; index++) {
    const random = seededRandom(index + 1);
    const words = (number: number): string =>
      Array.from({ length: number }, () => pickByRank(VOCABULARY, random)).join(' ');
    const headline = `${capitalize(words(6))} ${index}`;
    const day = new Date(Date.UTC(2014, 0, 1) + Math.floor((index / count) * 3650) * 86_400_000);
    yield {
      slug: `article-${String(index).padStart(5, '0')}`,
      headline,
      standfirst: `${capitalize(words(18))}.`,
      byline: pick(AUTHORS, random),
      published: day.toISOString().slice(0, 10),
      topics: [...new Set([pick(TOPICS, random), pick(TOPICS, random)])],
      body: bodyOf(words),
    };
  }
}

function bodyOf(words: (number: number) => string): string {
  const sentence = (): string => `${capitalize(words(15))}.`;
  const paragraph = (): string => Array.from({ length: 5 }, sentence).join(' ');
  return [
    paragraph(),
    `${capitalize(words(60))}, [${words(4)}](https://example.org/${words(1)}), ${words(11)}.`,
    paragraph(),
    `> ${capitalize(words(49))}.[^1]`,
    paragraph(),
    `## ${capitalize(words(4))}`,
    `${paragraph()} *${capitalize(words(3))}* and **${words(3)}**.`,
    `[^1]: ${capitalize(words(15))}.`,
  ].join('\n\n');
}

/**
 * Writes the corpus as Markdown files into a folder, which is created if necessary.
 * @param frontMatter returns the keys that the generator needs
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
      // JSON is valid YAML.
      `---\n${Object.entries(frontMatter(article))
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
        .join('')}---\n\n${article.body}\n`,
    );
  }
}

export function offprintFrontMatter(article: CorpusArticle): Record<string, unknown> {
  const { headline, standfirst, byline, published, topics } = article;
  return { headline, standfirst, byline, published, topics };
}

/** Writes a file, and creates its folders. */
export async function writeInto(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function pick<Item>(list: readonly Item[], random: () => number): Item {
  // `random` returns less than 1, and the lists are not empty.
  return list[Math.floor(random() * list.length)] as Item;
}

/** Picks words as often as in real texts: frequency is inversely proportional to rank (Zipf's law). */
function pickByRank<Item>(list: readonly Item[], random: () => number): Item {
  // As in `pick`.
  return list[Math.floor(list.length ** random()) - 1] as Item;
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const TOPICS = splitWords(`
  Agriculture Archives Arts Aviation Banking Books Business Cities Climate Courts Culture Defence
  Economy Education Elections Energy Europe Film Fisheries Football Forests Health Housing Industry
  Iran Labour Markets Media Migration Music Parliament Ports Railways Religion Science Shipping Taxes
  Technology Trade Weather
`);

/** Common words, and generated ones, so that the search index gets realistic work. */
const VOCABULARY = [
  ...splitWords(`
    the of and to in a is that for it as was with be by on not he his but at are this have from
    minister agreement harbour council talks region water budget school evening report court
  `),
  ...Array.from({ length: 4000 }, (_, index) => generateWord(index)),
];

/** The authors of a newsroom. Each has a page, which the other generators don't make. */
const AUTHORS = Array.from(
  { length: 200 },
  (_, index) => `${capitalize(generateWord(index))} ${capitalize(generateWord(3 * index + 500))}`,
);

function splitWords(text: string): string[] {
  return text.trim().split(/\s+/);
}

function generateWord(index: number): string {
  const syllables = ['ba', 'cor', 'del', 'fen', 'gar', 'hul', 'jin', 'kos', 'lam', 'mer', 'nov'];
  let word = '';
  for (let rest = index + 11; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? '';
  }
  return word;
}
