import { readFrontMatter } from '../../src/article/front-matter.ts';
import { picturePath } from '../../src/article/picture-path.ts';
import { articleSchema } from '../../src/article/schema.ts';
import { validate } from '../../src/article/validate.ts';
import { linksOfInline, renderBody } from '../../src/markdown/render.ts';
import { BODY_POSITIONS, FRONT_MATTER_POSITIONS } from './positions.ts';
import type { Vector } from './vectors.ts';

/** The picture that every article of vectors shows, beside it. */
export const PICTURE = './dot.gif';

/** An article that holds one vector in every position that takes it. */
export interface VectorArticle {
  readonly id: string;
  readonly vector: string;
  /** The file, front matter and body. */
  readonly markdown: string;
  /** Paragraphs between the positions of the body, in their order: the text around the vectors. */
  readonly marks: readonly string[];
  /** Where the vector stands. */
  readonly positions: readonly string[];
  /** Where it may not stand, with what the publisher is told. */
  readonly refusals: readonly { readonly position: string; readonly wrong: string }[];
}

const schema = articleSchema(picturePath);

/**
 * Puts a vector into every position. What the schema or the body's rules refuse there is taken out,
 * by the very code that the build runs, and listed: a refused vector is on no page.
 */
export function vectorArticle({ id, text }: Vector): VectorArticle {
  const refusals: { position: string; wrong: string }[] = [];
  const frontMatter = fillFrontMatter(text, refusals);
  const body = fillBody(id, text, refusals);
  return {
    id,
    vector: text,
    markdown: `---\n${frontMatter.yaml}---\n${body.markdown}\n`,
    marks: body.marks,
    positions: [...frontMatter.positions, ...body.positions],
    refusals,
  };
}

type Refusals = { position: string; wrong: string }[];

function fillFrontMatter(text: string, refusals: Refusals) {
  const positions = FRONT_MATTER_POSITIONS.map((path) => path.join('.'));
  const values = new Map(positions.map((position) => [position, text]));
  // Where a line break is what is refused, the vector stands there on one line.
  for (const position of faultsOf(values).keys()) values.set(position, oneLine(text));
  for (const [position, wrong] of faultsOf(values)) {
    values.delete(position);
    refusals.push({ position, wrong });
  }
  return { yaml: yamlOf(values), positions: [...values.keys()] };
}

/** What is wrong with which key, as the build says it. */
function faultsOf(values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const reading = readFrontMatter(`---\n${yamlOf(values)}---\n`);
  if (!reading.ok) throw new Error(reading.faults[0]?.wrong);
  const validation = validate(schema, reading.value, 'article.md');
  const problems = validation.ok ? [] : validation.problems;
  const faults = new Map(problems.map(({ key = '', wrong }) => [key.replace(/\[1\]$/, ''), wrong]));
  for (const key of ['image.caption', 'image.credit']) {
    const [deadLink] = linksOfInline(values.get(key) ?? '');
    if (deadLink) faults.set(key, 'The link leads to nothing.');
  }
  return faults;
}

function yamlOf(values: ReadonlyMap<string, string>): string {
  // YAML takes a string as JSON writes it.
  const line = (key: string, fallback?: string): string => {
    const value = values.get(key) ?? fallback;
    return value === undefined ? '' : `${key.split('.').at(-1) ?? ''}: ${JSON.stringify(value)}\n`;
  };
  const top = ['standfirst', 'byline', 'dateline', 'published', 'updated', 'language', 'topics'];
  return [
    line('headline', 'A headline'),
    ...top.map((key) => line(key)),
    'image:\n',
    `  ${line('image.file', PICTURE)}`,
    `  ${line('image.alt', 'words')}`,
    values.has('image.caption') ? `  ${line('image.caption')}` : '',
    values.has('image.credit') ? `  ${line('image.credit')}` : '',
    'source:\n',
    `  ${line('source.name', 'A name')}`,
    values.has('source.url') ? `  ${line('source.url')}` : '',
  ].join('');
}

function fillBody(id: string, text: string, refusals: Refusals) {
  const blocks = Object.entries(BODY_POSITIONS).map(([position, write]) => {
    return { position, block: write(oneLine(text), text) };
  });
  // Most vectors are refused nowhere but in these places, and one reading tells.
  const [few, most] = [true, false].map((often) =>
    blocks.filter(({ position }) => OFTEN_REFUSED.test(position) === often),
  );
  const suspects =
    faultOfBody((most ?? []).map(({ block }) => block).join('\n\n')) === undefined ? few : blocks;
  const faults = new Map(suspects?.map(({ position, block }) => [position, faultOfBody(block)]));
  const accepted = blocks.filter(({ position }) => {
    const wrong = faults.get(position);
    if (wrong !== undefined) refusals.push({ position, wrong });
    return wrong === undefined;
  });
  const marks = [...accepted, undefined].map((_, index) => `Mark ${index + 1} of ${id}.`);
  const lines = accepted.flatMap(({ block }, index) => [marks[index], block]);
  return {
    // A paragraph of its own: a mark must not become the heading or the table of what stands above.
    markdown: [...lines, marks.at(-1)].join('\n\n'),
    marks,
    positions: accepted.map(({ position }) => position),
  };
}

const OFTEN_REFUSED = /^(?:picture (?:address|path)|heading link|article link)/;

/** What the build would say of a body: its own faults, pictures and articles that are not there. */
function faultOfBody(body: string): string | undefined {
  if (body.includes('\0')) return 'The line holds the character NUL (U+0000).';
  const { faults, pictures, articleLinks } = renderBody(body, 'en');
  const absent = pictures.find(({ file }) => file !== PICTURE);
  if (faults[0]) return faults[0].wrong;
  if (absent) return `There is no picture ${absent.file}.`;
  return articleLinks[0] && 'The link leads to nothing.';
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\n\r]\s*/g, ' ');
}
