import { readFrontMatter } from '../../src/content/yaml/read-front-matter.ts';
import { picturePath } from '../../src/article/picture-path.ts';
import { articleSchema } from '../../src/article/schema.ts';
import { validate } from '../../src/content/yaml/validate.ts';
import { inspectInline, renderBody } from '../../src/markdown/render.ts';
import {
  BODY_POSITIONS,
  FRONT_MATTER_POSITIONS,
  ROTATING_POSITIONS,
  ROTATION,
  type FrontMatterPosition,
} from './positions.ts';
import type { Vector } from './vectors.ts';

/** The only picture that vector articles may show. It is beside them. */
export const PICTURE = './dot.gif';
/** The only recording that they may play. It is beside them. */
export const RECORDING = './tone.wav';

/** Values of the keys that make a page of their own for each name. */
export type Names = Readonly<Record<'topics' | 'byline', string | undefined>>;

/** An article with one or more vectors, each in every position that accepts it. */
export interface VectorArticle {
  /** The ids of its vectors. Valid as a file name. */
  readonly id: string;
  readonly vectors: readonly Vector[];
  /** The article file. */
  readonly markdown: string;
  readonly headline: string;
  /** The vectors as a topic and as an author, where they are valid as one. See `withNames`. */
  readonly names: Names;
  /** The paragraphs between the positions of the body, in order. */
  readonly marks: readonly string[];
  /** The number of positions that a vector is in. */
  readonly places: number;
  /** The number of positions that refuse a vector with an error. */
  readonly refusals: number;
}

/**
 * Puts vectors into articles, several into one where none changes what the others are: pages take time
 * to build and to open.
 */
export function vectorArticles(vectors: readonly Vector[]): readonly VectorArticle[] {
  const articles: VectorArticle[] = [];
  for (let at = 0; at < vectors.length;) {
    const article = longestArticle(vectors.slice(at, at + MOST_VECTORS));
    if (!article) throw new Error(`No article can contain ${vectors[at]?.id}.`);
    articles.push(article);
    at += article.vectors.length;
  }
  return articles;
}

/** In one article. With more, file names get too long. */
const MOST_VECTORS = 4;
/** In UTF-16 code units. Front matter, where each is a dozen times, has a limit of 30,000. */
const LONGEST_TEXTS = 1000;

/** An article of as many vectors as possible, beginning with the first. */
function longestArticle(vectors: readonly Vector[]): VectorArticle | undefined {
  const fits = vectors.length === 1 || sum(vectors.map(({ text }) => text.length)) < LONGEST_TEXTS;
  const article = fits ? articleOf(vectors) : undefined;
  return article ?? (vectors.length > 1 ? longestArticle(vectors.slice(0, -1)) : undefined);
}

/**
 * Runs the code of the build to leave out the positions where the schema or the rules for bodies
 * refuse a vector. Returns undefined if the vectors must be in different articles.
 */
function articleOf(vectors: readonly Vector[]): VectorArticle | undefined {
  const accepted = vectors.map(({ text }) => acceptedValues(text));
  const frontMatter = fillFrontMatter(joinValues(accepted));
  const body = frontMatter && fillBody(vectors);
  if (!body) return undefined;
  const places = sum(accepted.map((values) => Object.keys(values).length)) + body.places;
  return {
    id: idOf(vectors),
    vectors,
    markdown: `---\n${frontMatter.yaml}---\n${body.markdown}\n`,
    headline: frontMatter.headline,
    names: frontMatter.names,
    marks: body.marks,
    places,
    refusals: vectors.length * FRONT_MATTER_POSITIONS.length + body.wanted - places,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * Gives topics and authors made of vectors to the first articles. Each has a page of its own, which
 * takes time to build and to open, so a name joins many vectors.
 */
export function withNames(articles: readonly VectorArticle[]): readonly VectorArticle[] {
  const topics = joinNames(articles.map(({ names }) => names.topics ?? ''));
  const bylines = joinNames(articles.map(({ names }) => names.byline ?? ''));
  return articles.map((article, n) => withName(article, { topics: topics[n], byline: bylines[n] }));
}

function joinNames(names: readonly string[]): readonly string[] {
  const joined = [''];
  for (const name of names) {
    const last = joined.at(-1) ?? '';
    if (last.length + name.length < LONGEST_NAME) joined.splice(-1, 1, `${last} ${name}`.trim());
    else joined.push(name);
  }
  return joined;
}

/** In UTF-16 code units. */
const LONGEST_NAME = 2000;

export function withName(article: VectorArticle, names: Names): VectorArticle {
  const lines = Object.entries(names)
    .filter(([, name]) => name !== undefined)
    .map(([key, name]) => `${key}: ${JSON.stringify([name])}\n`);
  return {
    ...article,
    markdown: article.markdown.replace('---\n', () => `---\n${lines.join('')}`),
  };
}

const schema = articleSchema(picturePath);

type Values = Partial<Record<FrontMatterPosition, string>>;

const FALLBACK: Values = {
  headline: 'A headline',
  'image.file': PICTURE,
  'image.alt': 'words',
  'source.name': 'A name',
};

/** Joins the values of vectors in one position: escaping one escapes both. */
function joinValues(all: readonly Values[]): Values {
  const joined: Values = {};
  for (const values of all) {
    for (const name of FRONT_MATTER_POSITIONS) {
      const value = values[name];
      if (value === undefined) continue;
      joined[name] = joined[name] === undefined ? value : `${joined[name]} ${value}`;
    }
  }
  return joined;
}

/** Returns undefined if a value is refused. */
function fillFrontMatter(values: Values) {
  const { topics, byline, ...others } = values;
  const filled = { ...FALLBACK, ...others };
  const article = readAsArticle(filled);
  const refused = refusedPositions({ ...FALLBACK, ...values });
  const isRefused = FRONT_MATTER_POSITIONS.some((name) => name in values && refused.has(name));
  if (!article.ok || isRefused) return undefined;
  return { yaml: yamlOf(filled), headline: article.value.headline, names: { topics, byline } };
}

/** The positions of front matter that accept a text, with the text as they accept it. */
function acceptedValues(text: string): Values {
  const values: Values = Object.fromEntries(FRONT_MATTER_POSITIONS.map((name) => [name, text]));
  // Some refuse only line breaks, so try again on one line; and most refuse comments.
  const others = new Set([oneLine(text), oneLine(text).replaceAll('<!--', '<! --')]);
  others.delete(text);
  for (const next of others) {
    const refused = refusedPositions(values);
    for (const name of FRONT_MATTER_POSITIONS) if (refused.has(name)) values[name] = next;
  }
  const refused = refusedPositions(values);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !refused.has(name)));
}

/** The positions of front matter whose values are refused. */
function refusedPositions(values: Values): ReadonlySet<string> {
  const validation = readAsArticle(values);
  const problems = validation.ok ? [] : validation.problems;
  const keys = new Set(problems.map(({ key = '' }) => key.replaceAll(/\[\d+\]/g, '')));
  for (const key of ['image.caption', 'image.credit'] as const) {
    const { articleLinks, pageLinks, isEmpty, faults } = inspectInline(values[key] ?? '');
    // There is no other article to link to.
    if (articleLinks.length + pageLinks.length + faults.length > 0 || isEmpty) keys.add(key);
  }
  return keys;
}

function readAsArticle(values: Values) {
  const reading = readFrontMatter(`---\n${yamlOf(values)}---\n`);
  if (!reading.ok) throw new Error(reading.faults[0]?.wrong);
  return validate(schema, reading.value, 'article.md');
}

/** Writes values as JSON strings, which are valid YAML. */
function yamlOf(values: Values): string {
  const lines: string[] = [];
  let group = '';
  for (const position of FRONT_MATTER_POSITIONS) {
    const value = values[position];
    if (value === undefined) continue;
    if (position === 'corrections.text') {
      lines.push(`corrections: [{ date: 2024-03-04, text: ${JSON.stringify(value)} }]`);
      continue;
    }
    const [outer = '', inner] = position.split('.');
    if (inner !== undefined && group !== outer) lines.push(`${outer}:`);
    group = outer;
    lines.push(`${inner === undefined ? outer : `  ${inner}`}: ${JSON.stringify(value)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A vector in every position of a body, also where the build would refuse it. */
export function vectorBody(vector: Vector): string {
  return [...inlineBlocks(vector), vector.text].join('\n\n');
}

/** Returns undefined if several vectors leave an element open: only one can be at the end. */
function fillBody(vectors: readonly Vector[]) {
  const { closed = [], open = [] } = Object.groupBy(vectors, ({ text }) =>
    isClosed(text) ? 'closed' : 'open',
  );
  if (open.length > 1) return undefined;
  const ordered = [...closed, ...open];
  const wanted = [...ordered.flatMap(inlineBlocks), ...ordered.map(({ text }) => text)];
  const id = idOf(vectors);
  const blocks = wanted.filter((block) => !block.includes('\0') && isWhole(block));
  const { markdown, holdsLine } = joinBlocks(id, blocks);
  const refused = refusedLines(markdown);
  const left = blocks.filter((_, n) => !refused.some((line) => holdsLine(n, line)));
  return { ...joinBlocks(id, left), places: left.length, wanted: wanted.length };
}

function idOf(vectors: readonly Vector[]): string {
  return vectors.map(({ id }) => id).join('-and-');
}

/** A vector in every position of a body but one: the vector as a block. */
function inlineBlocks({ id, text }: Vector): readonly string[] {
  const turn = Number(/\d+$/.exec(id)?.[0] ?? 0) % ROTATION;
  const rotating = Object.values(ROTATING_POSITIONS).filter((_, n) => n % ROTATION === turn);
  const positions = [...rotating, ...Object.values(BODY_POSITIONS)];
  return positions.map((write) => write(oneLine(text), text, id));
}

/** Joins blocks with marks: paragraphs that must all be on the page. */
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

/** The lines where the build refuses a body: for faults, and for missing pictures, articles and files. */
function refusedLines(body: string): readonly number[] {
  const { faults, pictures, articleLinks, pageLinks, fileLinks } = renderBody(body, 'en');
  const missing = pictures.filter(({ file }) => file !== PICTURE);
  const missingFiles = fileLinks.filter(({ path }) => path !== RECORDING);
  return [...faults, ...missing, ...articleLinks, ...pageLinks, ...missingFiles].map(
    ({ line }) => line,
  );
}

/** Whether what follows a block is not inside it. */
function isClosed(block: string): boolean {
  return renderBody(`${block}\n\nThe end.`, 'en').html.includes('<p>The end.</p>');
}

/** Whether a block contains no unclosed comment, which would hide everything after it. */
function isWhole(block: string): boolean {
  return !block.includes('<!--') || renderBody(block, 'en').faults.length === 0;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\n\r]\s*/g, ' ');
}
