import { readFrontMatter } from '../../src/content/yaml/read-front-matter.ts';
import { picturePath } from '../../src/article/picture-path.ts';
import { articleSchema } from '../../src/article/schema.ts';
import { validate } from '../../src/content/yaml/validate.ts';
import { inspectInline, renderBody } from '../../src/markdown/render.ts';
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

/** An article that holds a vector in every position that takes it. */
export interface VectorArticle {
  /** Fit for a file name. */
  readonly id: string;
  /** The file, front matter and body. */
  readonly markdown: string;
  readonly headline: string;
  /** The vector as a topic, if it can be one: see `withTopics`. */
  readonly topic: string | undefined;
  /** Paragraphs between the positions of the body, in their order: the text around the vector. */
  readonly marks: readonly string[];
  /** In how many places the vector stands. */
  readonly places: number;
  /** In how many it may not stand: the publisher would be told. */
  readonly refusals: number;
}

/**
 * Puts a vector into an article. What the schema or the body's rules refuse in a position is left
 * out of it, by the very code that the build runs, and counted: it is on no page.
 */
export function vectorArticle(vector: Vector): VectorArticle {
  const { yaml, ...frontMatter } = fillFrontMatter(vector.text);
  const body = fillBody(vector);
  return {
    id: vector.id,
    markdown: `---\n${yaml}---\n${body.markdown}\n`,
    headline: frontMatter.headline,
    topic: frontMatter.topic,
    marks: body.marks,
    places: frontMatter.places + body.places,
    refusals: FRONT_MATTER_POSITIONS.length + body.wanted - frontMatter.places - body.places,
  };
}

/**
 * Gives articles topics of their vectors. Each topic has a page of its own, which takes its time: so
 * a topic is made of many vectors, and the first articles have one each.
 */
export function withTopics(articles: readonly VectorArticle[]): readonly VectorArticle[] {
  const topics = [''];
  for (const { topic = '' } of articles) {
    const last = topics.at(-1) ?? '';
    if (last.length + topic.length < LONGEST_TOPIC) topics.splice(-1, 1, `${last} ${topic}`.trim());
    else topics.push(topic);
  }
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

type Values = Partial<Record<FrontMatterPosition, string>>;

const FALLBACK: Values = {
  headline: 'A headline',
  'image.file': PICTURE,
  'image.alt': 'words',
  'source.name': 'A name',
};

function fillFrontMatter(text: string) {
  const { topics: topic, ...accepted } = acceptedValues(text);
  const values = { ...FALLBACK, ...accepted };
  const places = Object.keys(accepted).length + (topic === undefined ? 0 : 1);
  const article = readAsArticle(values);
  if (!article.ok) throw new Error(article.problems[0]?.wrong);
  return { yaml: yamlOf(values), headline: article.value.headline, topic, places };
}

/** The positions that take a text, with the value that they take. */
function acceptedValues(text: string): Values {
  const values: Values = Object.fromEntries(FRONT_MATTER_POSITIONS.map((name) => [name, text]));
  // Where a line break is what is refused, the vector stands there on one line.
  const unfit = faultsOf(values);
  for (const name of FRONT_MATTER_POSITIONS) if (unfit.has(name)) values[name] = oneLine(text);
  const refused = faultsOf(values);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !refused.has(name)));
}

/** The positions that are refused. */
function faultsOf(values: Values): ReadonlySet<string> {
  const validation = readAsArticle(values);
  const problems = validation.ok ? [] : validation.problems;
  const keys = new Set(problems.map(({ key = '' }) => key.replace(/\[\d+\]$/, '')));
  for (const key of ['image.caption', 'image.credit'] as const) {
    const { articleLinks, isEmpty, faults } = inspectInline(values[key] ?? '');
    // There is no other article to which a link could lead.
    if (articleLinks.length + faults.length > 0 || isEmpty) keys.add(key);
  }
  return keys;
}

function readAsArticle(values: Values) {
  const reading = readFrontMatter(`---\n${yamlOf(values)}---\n`);
  if (!reading.ok) throw new Error(reading.faults[0]?.wrong);
  return validate(schema, reading.value, 'article.md');
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

function fillBody({ id, text }: Vector) {
  const wanted = positionsOf(id).map((write) => write(oneLine(text), text));
  const blocks = wanted.filter((block) => !block.includes('\0') && isWhole(block));
  const { markdown, holdsLine } = joinBlocks(id, blocks);
  const refused = refusedLines(markdown);
  const left = blocks.filter((_, n) => !refused.some((line) => holdsLine(n, line)));
  return { ...joinBlocks(id, left), places: left.length, wanted: wanted.length };
}

/** The last is that which may open what it leaves open: everything after it would stand in that. */
function positionsOf(id: string) {
  const turn = Number(/\d+$/.exec(id)?.[0] ?? 0) % TURNS;
  const inTurn = Object.values(POSITIONS_IN_TURN).filter((_, index) => index % TURNS === turn);
  return [...inTurn, ...Object.values(BODY_POSITIONS)];
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
  const { faults, pictures, articleLinks } = renderBody(body, 'en');
  const absent = pictures.filter(({ file }) => file !== PICTURE);
  return [...faults, ...absent, ...articleLinks].map(({ line }) => line);
}

/** Whether a block has no comment that reaches beyond it: what follows would stand in that. */
function isWhole(block: string): boolean {
  return !block.includes('<!--') || renderBody(block, 'en').faults.length === 0;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\n\r]\s*/g, ' ');
}
