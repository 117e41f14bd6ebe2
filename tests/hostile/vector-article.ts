import { readFrontMatter } from '../../src/article/front-matter.ts';
import { picturePath } from '../../src/article/picture-path.ts';
import { articleSchema } from '../../src/article/schema.ts';
import { validate } from '../../src/article/validate.ts';
import { linksOfInline, renderBody } from '../../src/markdown/render.ts';
import {
  BLOCK,
  BODY_POSITIONS,
  FRONT_MATTER_POSITIONS,
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
    const { yaml, headline } = frontMatter;
    return [
      {
        id: first.id,
        vectors,
        markdown: `---\n${yaml}---\n${body.markdown}\n`,
        headline,
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

const schema = articleSchema(picturePath);

/** The values of front matter: one, or a list of them. */
type Values = Partial<Record<FrontMatterPosition, string | readonly string[]>>;

const FALLBACK: Values = {
  headline: 'A headline',
  'image.file': PICTURE,
  'image.alt': 'words',
  'source.name': 'A name',
};
const LISTS: ReadonlySet<FrontMatterPosition> = new Set(['byline', 'topics']);

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
    if (SINGLE.has(position) && all.length > 1) return undefined;
    // Each of them comes first somewhere: what is before it might keep it from doing harm.
    const first = turn % all.length;
    const turned = [...all.slice(first), ...all.slice(0, first)];
    values[position] = LISTS.has(position) ? [...new Set(turned)] : turned.join(' ');
  }
  const { topics, ...others } = values;
  // Each topic has a page of its own: only the vectors of some articles are topics.
  const kept = hasTopics(vectors) ? values : others;
  if (faultsOf(kept).size > 0) return undefined;
  const left = kept === values || topics === undefined ? 0 : topics.length;
  const places = [...accepted.values()].flat().length - left;
  return {
    yaml: yamlOf(kept),
    headline: String(values.headline),
    places,
    refusals: FRONT_MATTER_POSITIONS.length * vectors.length - places - left,
  };
}

/** Those of about one article in six, the same in every run. */
function hasTopics([first]: readonly Vector[]): boolean {
  return Number(first?.id.match(/\d+$/)?.[0] ?? 0) % 6 === 1;
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

interface Block {
  readonly position: string;
  readonly markdown: string;
}

/** @returns nothing if the vectors cannot stand together */
function fillBody(vectors: readonly Vector[]) {
  const blocks = vectors.flatMap((vector) => blocksOf(vector).filter(isFit));
  return (
    // Most vectors are refused nowhere else, and one reading tells.
    joinBlocks(vectors, blocks) ??
    joinBlocks(
      vectors,
      blocks.filter(({ markdown }) => !isRefused(markdown)),
    )
  );
}

function blocksOf({ id, text }: Vector): Block[] {
  return Object.entries(BODY_POSITIONS).map(([position, write]) => {
    return { position, markdown: write(oneLine(text), text, id) };
  });
}

function isFit({ position, markdown }: Block): boolean {
  return !OFTEN_REFUSED.test(position) || !isRefused(markdown);
}

const OFTEN_REFUSED = /^(?:picture (?:address|path)|heading link|article link)/;

function joinBlocks(vectors: readonly Vector[], blocks: readonly Block[]) {
  const inOrder = [
    ...blocks.filter(({ position }) => position !== BLOCK),
    ...blocks.filter(({ position }) => position === BLOCK),
  ];
  const id = vectors[0]?.id ?? '';
  const marks = [...inOrder, undefined].map((_, n) => `Mark ${n + 1} of ${id}.`);
  // A paragraph of its own: a mark must not become the heading or the table of what stands above.
  const lines = inOrder.flatMap(({ markdown }, n) => [marks[n], markdown]);
  const markdown = [...lines, marks.at(-1)].join('\n\n');
  if (isRefused(markdown)) return undefined;
  const refusals = Object.keys(BODY_POSITIONS).length * vectors.length - inOrder.length;
  return { markdown, marks, places: inOrder.length, refusals };
}

/** Whether the build would refuse a body: for its own faults, for pictures and articles that are not there. */
function isRefused(body: string): boolean {
  if (body.includes('\0')) return true;
  const { faults, pictures, articleLinks } = renderBody(body, 'en');
  const absent = pictures.some(({ file }) => file !== PICTURE);
  return faults.length > 0 || absent || articleLinks.length > 0;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\n\r]\s*/g, ' ');
}
