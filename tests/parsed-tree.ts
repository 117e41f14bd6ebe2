import type { Nodes } from 'hast';
import { VFile } from 'vfile';
import { processorFor } from '../src/markdown/render.ts';
import { LimitError } from '../src/markdown/limits.ts';
import { PICTURE_GAP } from '../src/markdown/pictures.ts';
import { PATHOLOGICAL } from './hostile/pathological.ts';
import { vectorBody } from './hostile/vector-article.ts';
import { readVectors } from './hostile/vectors.ts';
import { seededRandom } from './seeded-random.ts';

/*
 * Sanitizing on a server has one structural risk: a browser could parse the HTML into another tree
 * than the one that was sanitized.
 */

export const GENERATED = 20_000;
/** Bodies in one document: if one of them leaks, those after it differ, too. */
const PER_DOCUMENT = 500;

/** A body as the build writes it, and the sanitized tree, in the notation of `describeDom`. */
interface Sample {
  readonly markdown: string;
  readonly html: string;
  readonly tree: string;
}

function sampleOf(markdown: string): Sample | undefined {
  const file = new VFile({ value: markdown.replace(/^\uFEFF/, ''), data: { folder: 'slug' } });
  const processor = processorFor(markdown, 'en');
  try {
    const tree = processor.runSync(processor.parse(file), file);
    // Pages put a picture into each gap.
    const html = processor.stringify(tree, file).replaceAll(PICTURE_GAP, '<img>');
    return { markdown, html, tree: describe(tree) };
  } catch (error) {
    if (error instanceof LimitError) return undefined;
    throw error;
  }
}

/** Writes a tree as text, with markers that are not in it: NUL does not occur in parsed HTML. */
function describe(node: Nodes): string {
  switch (node.type) {
    case 'text':
      // HTML parsers read CR as a line feed.
      return node.value.replaceAll(/\r\n?/g, '\n').replaceAll(PICTURE_GAP, '\0<img>\0</img>');
    case 'element': {
      const attributes = Object.entries(node.properties)
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([name, value]) => `\0${attributeName(name)}=${attributeValue(value)}`)
        .sort()
        .join('');
      const children = node.children.map(describe).join('');
      return `\0<${node.tagName}${attributes}>${children}\0</${node.tagName}>`;
    }
    case 'root':
      return node.children.map(describe).join('');
    default:
      return `\0${node.type}`;
  }
}

function attributeName(property: string): string {
  return property
    .replace(/^(aria|data)(?=[A-Z])/, '$1-')
    .replaceAll(
      /[A-Z]/g,
      (letter, at: number) =>
        `${property.startsWith('data') && at > 5 ? '-' : ''}${letter.toLowerCase()}`,
    );
}

function attributeValue(value: unknown): string {
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  return text.replaceAll(/\r\n?/g, '\n');
}

/** Runs in a browser: parses a document, and returns the contents of its articles. */
export function describeArticles(html: string): string[] {
  const describeDom = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return `\0${node.nodeName}`;
    const name = node.namespaceURI === 'http://www.w3.org/1999/xhtml' ? node.localName : '?';
    const attributes = [...node.attributes].map(({ name, value }) => `\0${name}=${value}`).sort();
    return `\0<${name}${attributes.join('')}>${contentOf(node)}\0</${name}>`;
  };
  const contentOf = (node: Node): string => [...node.childNodes].map(describeDom).join('');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.querySelectorAll('main > article > div')].map(contentOf);
}

const BLOCKS = [
  '# ',
  '> ',
  '- ',
  '1. ',
  '    ',
  '```\n',
  '---\n',
  '| a | b |\n| - | - |\n| ',
  '[^1]: ',
];
const INLINE = [
  ...[
    'word ',
    'Слово',
    '字。',
    '“a”',
    ' ',
    '\n',
    '\n\n',
    '  \n',
    '\\',
    '\r',
    '\t',
    '\u2028',
    '\f',
    '\0',
  ],
  ...['*', '**', '_', '~~', '`', '``', '[', ']', '](', ')', '(', '<', '>', '"', "'", '=', '&', '|'],
  ...['[^1]', '![a](./b.png "c")', '![a](https://b.org/c.png)', '[a](b.md)', '[a](b.pdf)'],
  ...['[a](https://b.org "c")', '[a][b]', '[b]: https://b.org', '<https://a.org>', 'https://a.org'],
  ...[
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<u>',
    '</u>',
    '<s>',
    '</s>',
    '<em>',
    '</em>',
    '<kbd>',
    '</kbd>',
  ],
  ...[
    '<strong>',
    '</strong>',
    '<code>',
    '</code>',
    '<a href="https://a.org">',
    '</a>',
    '<q>',
    '</q>',
  ],
  ...['<ruby>', '</ruby>', '<rt>', '</rt>', '<rp>', '</rp>', '<span lang="ru">', '</span>', '<br>'],
  ...[
    '<small>',
    '</small>',
    '<abbr title="a&#10;b &quot;">',
    '</abbr>',
    '<p>',
    '</p>',
    '<div>',
    '<li>',
  ],
  ...[
    '<script>',
    '</script>',
    '<style>',
    '<textarea>',
    '<title>',
    '<plaintext>',
    '<table>',
    '<tr>',
    '<td>',
  ],
  ...[
    '<svg>',
    '<math>',
    '<mtext>',
    '<template>',
    '<select>',
    '<form>',
    '<button>',
    '<iframe srcdoc="',
  ],
  ...[
    '<!-- a -->',
    '\\<!--',
    '--!>',
    '<![CDATA[',
    ']]>',
    '<?',
    '<!DOCTYPE html>',
    '&lt;',
    '&#60;',
    '&#0;',
  ],
  ...['&#13;', '&nbsp;', '\u00A0', '\uFEFF', 'javascript:', ' onclick=x ', '</article>', '</main>'],
];

/** Returns a short text of random syntax. */
export function generateBody(random: () => number): string {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const parts = Array.from({ length: 1 + Math.floor(random() * 24) }, () =>
    random() < 0.12 ? `\n${pick(BLOCKS)}` : pick(INLINE),
  );
  return parts.join('');
}

/** The result of a comparison. */
export interface Comparison {
  readonly tried: number;
  readonly different: readonly unknown[];
}

/**
 * Compares the sanitized trees of all vectors and of generated bodies with those that a browser
 * parses.
 * @param parse calls `describeArticles` in the browser
 */
export async function compareTrees(
  parse: (html: string) => string[] | Promise<string[]>,
): Promise<Comparison> {
  const random = seededRandom(15);
  const short = Object.values(PATHOLOGICAL).map((body) => body.slice(0, 2000));
  const bodies = [
    ...readVectors().flatMap((vector) => [vector.text, vectorBody(vector)]),
    ...short,
    ...Array.from({ length: GENERATED }, () => generateBody(random)),
  ];
  const different: unknown[] = [];
  let tried = 0;
  for (let start = 0; start < bodies.length; start += PER_DOCUMENT) {
    const samples = bodies
      .slice(start, start + PER_DOCUMENT)
      .flatMap((body) => sampleOf(body) ?? []);
    const articles = samples.map(({ html }) => `<article><div>${html}</div></article>`);
    const parsed = await parse(
      `<!doctype html><meta charset="utf-8"><title>a</title><main>${articles.join('')}</main>`,
    );
    if (parsed.length !== samples.length) {
      different.push(`${samples.length} articles became ${parsed.length}.`);
      continue;
    }
    for (const [index, { markdown, tree }] of samples.entries()) {
      if (parsed[index] !== tree) different.push({ markdown, tree, parsed: parsed[index] });
    }
    tried += samples.length;
  }
  return { tried, different };
}
