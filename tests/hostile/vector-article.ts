import { readFrontMatter } from '../../src/article/front-matter.ts';
import { picturePath } from '../../src/article/picture-path.ts';
import { articleSchema } from '../../src/article/schema.ts';
import { validate } from '../../src/article/validate.ts';
import { LimitError } from '../../src/markdown/limits.ts';
import { linksOfInline, renderBody } from '../../src/markdown/render.ts';
import {
  BODY_POSITIONS,
  FRONT_MATTER_POSITIONS,
  POSITIONS_IN_TURN,
  TURNS,
  type FrontMatterPosition,
} from './positions.ts';
import type { Vector } from './vectors.ts';

/** The picture that every article of vectors shows, beside it. */
export const PICTURE = './dot.gif';

/** An article that holds vectors, each in every position that takes it. */
export interface VectorArticle {
  /** Fit for a file name. */
  readonly id: string;
  readonly vectors: readonly Vector[];
  /** The file, front matter and body. */
  readonly markdown: string;
  readonly headline: string;
  /** Its vectors as topics: see `withTopics`. */
  readonly topics: readonly string[];
  /** Paragraphs between the positions of the body, in their order: the text around the vectors. */
  readonly marks: readonly string[];
  /** In how many places a vector stands. */
  readonly places: number;
  /** In how many it may not stand: the publisher would be told. */
  readonly refusals: number;
}

/**
 * Puts vectors into articles, some in each. What the schema or the body's rules refuse in a position
 * is left out of it, by the very code that the build runs, and counted: it is on no page.
 */
export function vectorArticles(vectors: readonly Vector[]): readonly VectorArticle[] {
  const [first] = vectors;
  if (!first) return [];
  const frontMatter = fillFrontMatter(vectors);
  const body = fillBody(vectors);
  if (frontMatter && body) {
    const { yaml, headline, topics } = frontMatter;
    return [
      {
        id: first.id,
        vectors,
        markdown: `---\n${yaml}---\n${body.markdown}\n`,
        headline,
        topics,
        marks: body.marks,
        places: frontMatter.places + body.places,
        refusals: frontMatter.refusals + body.refusals,
      },
    ];
  }
  // Each is fit for an article, and together they are not.
  const half = Math.ceil(vectors.length / 2);
  if (half === vectors.length) throw new Error(`No article can hold ${first.id}.`);
  return [...vectorArticles(vectors.slice(0, half)), ...vectorArticles(vectors.slice(half))];
}

/**
 * Gives articles topics of their vectors. Each topic has a page of its own, which takes its time: so
 * a topic is made of many vectors, and the first articles have one each.
 */
export function withTopics(articles: readonly VectorArticle[]): readonly VectorArticle[] {
  const topics = [''];
  for (const text of articles.flatMap((article) => article.topics)) {
    const last = topics.at(-1) ?? '';
    if (last.length + text.length < LONGEST_TOPIC) topics.splice(-1, 1, `${last} ${text}`.trim());
    else topics.push(text);
  }
  if (topics.length > articles.length) throw new Error('There are more topics than articles.');
  return articles.map((article, index) => {
    const topic = topics[index];
    return topic === undefined ? article : withTopic(article, topic);
  });
}

/** In characters. */
const LONGEST_TOPIC = 2000;

export function withTopic(article: VectorArticle, topic: string): VectorArticle {
  const line = `topics: ${JSON.stringify([topic])}`;
  return { ...article, markdown: article.markdown.replace('---\n', () => `---\n${line}\n`) };
}

const schema = articleSchema(picturePath);

/** The values of front matter: one, or a list of them. */
type Values = Partial<Record<FrontMatterPosition, string | readonly string[]>>;

const FALLBACK: Values = {
  headline: 'A headline',
  'image.file': PICTURE,
  'image.alt': 'words',
  'source.name': 'A name',
};

/** Two of them cannot be one: an address, a path, a date, a language. */
const SINGLE: ReadonlySet<FrontMatterPosition> = new Set([
  'image.file',
  'language',
  'published',
  'source.url',
  'updated',
]);

/** @returns nothing if the vectors cannot stand together */
function fillFrontMatter(vectors: readonly Vector[]) {
  const accepted = new Map<FrontMatterPosition, string[]>();
  for (const { text } of vectors) {
    for (const [position, value] of acceptedValues(text)) {
      accepted.set(position, [...(accepted.get(position) ?? []), value]);
    }
  }
  const values: Values = { ...FALLBACK };
  for (const [turn, [position, all]] of [...accepted].entries()) {
    if (position === 'topics') continue;
    if (SINGLE.has(position) && all.length > 1) return undefined;
    // Each of them comes first somewhere: what is before it might keep it from doing harm.
    const first = turn % all.length;
    const turned = [...all.slice(first), ...all.slice(0, first)];
    values[position] = position === 'byline' ? [...new Set(turned)] : turned.join(' ');
  }
  if (faultsOf(values).size > 0) return undefined;
  const places = [...accepted.values()].flat().length;
  return {
    yaml: yamlOf(values),
    headline: String(values.headline),
    topics: accepted.get('topics') ?? [],
    places,
    refusals: FRONT_MATTER_POSITIONS.length * vectors.length - places,
  };
}

/** The positions that take a text, with the value that they take. */
function acceptedValues(text: string): ReadonlyMap<FrontMatterPosition, string> {
  const values = new Map(FRONT_MATTER_POSITIONS.map((position) => [position, text]));
  // Where a line break is what is refused, the vector stands there on one line.
  for (const position of faultsOf(Object.fromEntries(values)).keys()) {
    values.set(position, oneLine(text));
  }
  for (const position of faultsOf(Object.fromEntries(values)).keys()) values.delete(position);
  return values;
}

/** The positions that are refused. */
function faultsOf(values: Values): ReadonlySet<FrontMatterPosition> {
  const reading = readFrontMatter(`---\n${yamlOf(values)}---\n`);
  if (!reading.ok) throw new Error(reading.faults[0]?.wrong);
  const validation = validate(schema, reading.value, 'article.md');
  const problems = validation.ok ? [] : validation.problems;
  const keys = new Set(problems.map(({ key = '' }) => key.replace(/\[\d+\]$/, '')));
  for (const key of ['image.caption', 'image.credit'] as const) {
    // There is no other article to which a link could lead.
    if (linksOfInline(String(values[key] ?? '')).length > 0) keys.add(key);
  }
  return new Set(FRONT_MATTER_POSITIONS.filter((position) => keys.has(position)));
}

/** YAML takes a string as JSON writes it, and a list of them. */
function yamlOf(values: Values): string {
  const lines: string[] = [];
  let group = '';
  for (const position of FRONT_MATTER_POSITIONS) {
    const value = values[position];
    if (value === undefined) continue;
    const [outer = '', inner] = position.split('.');
    if (inner !== undefined && group !== outer) lines.push(`${outer}:`);
    group = outer;
    lines.push(`${inner === undefined ? outer : `  ${inner}`}: ${JSON.stringify(value)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A longer body is rendered against the clock, and refused on a machine with much else to do. */
const MOST_CHARACTERS = 20_000;

/** @returns nothing if the vectors cannot stand together */
function fillBody(vectors: readonly Vector[]) {
  const wanted = vectors.flatMap(blocksOf);
  let blocks = wanted.filter((block) => !block.includes('\0'));
  for (;;) {
    const body = joinBlocks(vectors[0]?.id ?? '', blocks);
    if (body.markdown.length >= MOST_CHARACTERS && vectors.length > 1) return undefined;
    const refused = refusedLines(body.markdown);
    if (refused.length === 0) {
      const { markdown, marks } = body;
      return { markdown, marks, places: blocks.length, refusals: wanted.length - blocks.length };
    }
    const left = blocks.filter((_, n) => !refused.some((line) => body.holdsLine(n, line)));
    if (left.length === blocks.length) return undefined;
    blocks = left;
  }
}

function blocksOf({ id, text }: Vector): string[] {
  const turn = numberOf(id) % TURNS;
  const inTurn = Object.values(POSITIONS_IN_TURN).filter((_, index) => index % TURNS === turn);
  return [...Object.values(BODY_POSITIONS), ...inTurn].map((write) =>
    write(oneLine(text), text, id),
  );
}

function numberOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}

/** Between any two blocks, a paragraph that must come through. */
function joinBlocks(id: string, blocks: readonly string[]) {
  const marks = [...blocks, undefined].map((_, n) => `Mark ${n + 1} of ${id}.`);
  const ends: number[] = [];
  let markdown = '';
  for (const [n, block] of blocks.entries()) {
    markdown += `${marks[n] ?? ''}\n\n${block}\n\n`;
    ends.push(markdown.split(LINE_BREAK).length - 1);
  }
  return {
    markdown: `${markdown}${marks.at(-1) ?? ''}`,
    marks,
    holdsLine: (n: number, line: number) => line > (ends[n - 1] ?? 0) && line <= (ends[n] ?? 0),
  };
}

const LINE_BREAK = /\r\n|\n|\r/;

/** Where the build would refuse a body: for its faults, for pictures and articles that are not there. */
function refusedLines(body: string): readonly number[] {
  try {
    const { faults, pictures, articleLinks } = renderBody(body, 'en');
    const absent = pictures.filter(({ file }) => file !== PICTURE);
    return [...faults, ...absent, ...articleLinks].map(({ line }) => line);
  } catch (error) {
    if (error instanceof LimitError) return [error.line];
    throw error;
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\n\r]\s*/g, ' ');
}
