import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { writeCorpus, writeInto } from './article-corpus.ts';

const run = promisify(execFile);

/** A project of a site generator, ready to build the same articles. */
export interface Peer {
  readonly name: string;
  readonly folder: string;
  readonly command: readonly [string, ...string[]];
  /** Returns the file of an article, relative to the project. */
  readonly article: (slug: string) => string;
  /** The folder of the built site, relative to the project. */
  readonly site: string;
  /** Call this after the last build. */
  readonly release?: () => Promise<void>;
}

/** Returns the same project with Pagefind run after each build, because Offprint builds a search index. */
export function withPagefind(peer: Peer): Peer {
  const pagefind = resolve('node_modules/.bin/pagefind');
  const [command, ...args] = peer.command;
  return {
    ...peer,
    name: `${peer.name} + Pagefind`,
    command: [
      'sh',
      '-c',
      '"$@" && "$0" --silent --site "$SITE"'.replace('$SITE', peer.site),
      pagefind,
      command,
      ...args,
    ],
  };
}

/** A generator that cannot be measured on this machine. */
export interface MissingPeer {
  readonly name: string;
  readonly reason: string;
}

const ELEVENTY = '3.1.8';
const MARKDOWN_IT_FOOTNOTE = '4.0.0';

const layout = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>` +
  `<body><main><h1>${title}</h1>${body}</main></body></html>\n`;

/**
 * Sets up Eleventy from the npm registry.
 * @param tools the folder to install it in, shared by all projects
 */
export async function eleventy(folder: string, tools: string, count: number): Promise<Peer> {
  await mkdir(tools, { recursive: true });
  await writeInto(tools, 'package.json', '{"private":true,"type":"module"}\n');
  await run(
    'npm',
    [
      'install',
      '--silent',
      `@11ty/eleventy@${ELEVENTY}`,
      `markdown-it-footnote@${MARKDOWN_IT_FOOTNOTE}`,
    ],
    { cwd: tools },
  );
  await writeInto(folder, 'package.json', '{"private":true,"type":"module"}\n');
  await symlink(join(tools, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await writeInto(
    folder,
    'eleventy.config.js',
    [
      `import footnote from 'markdown-it-footnote';`,
      `export default (config) => {`,
      `  config.amendLibrary('md', (markdown) => markdown.use(footnote));`,
      `  return { dir: { input: 'src' }, markdownTemplateEngine: false };`,
      `};\n`,
    ].join('\n'),
  );
  await writeInto(folder, 'src/_includes/page.njk', layout('{{ title }}', '{{ content | safe }}'));
  await writeCorpus(join(folder, 'src/articles'), count, ({ slug, headline }) => ({
    title: headline,
    layout: 'page.njk',
    permalink: `articles/${slug}.html`,
  }));
  return {
    name: `Eleventy ${ELEVENTY}`,
    folder,
    command: [process.execPath, join(tools, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'],
    article: (slug) => `src/articles/${slug}.md`,
    site: '_site',
  };
}

/**
 * Sets up Hugo, if it is installed or in the distribution's packages.
 * @param options.lists whether to build topic pages and feeds, as Offprint does
 */
export async function hugo(
  folder: string,
  count: number,
  { lists }: { readonly lists: boolean },
): Promise<Peer | MissingPeer> {
  const version = (await hugoVersion()) ?? (await installHugo());
  if (version === undefined) {
    return { name: 'Hugo', reason: 'not installed, and `apt-get install hugo` failed' };
  }
  await writeInto(
    folder,
    'config.toml',
    [
      'baseURL = "/"',
      'languageCode = "en"',
      'title = "Bench"',
      'uglyURLs = true',
      ...(lists ? ['[taxonomies]', 'topic = "topics"\n'] : [DISABLE_LISTS]),
    ].join('\n'),
  );
  await writeInto(folder, 'layouts/_default/single.html', layout('{{ .Title }}', '{{ .Content }}'));
  const list = '{{ range .Pages }}<p>{{ .Title }}</p>{{ end }}';
  await writeInto(folder, 'layouts/_default/list.html', layout('{{ .Title }}', list));
  await writeInto(folder, 'layouts/index.html', layout('{{ .Site.Title }}', ''));
  await writeCorpus(join(folder, 'content/articles'), count, ({ headline, published, topics }) => ({
    title: headline,
    ...(lists && { date: published, topics }),
  }));
  return {
    name: `Hugo ${version}${lists ? ', topics, RSS' : ''}`,
    folder,
    command: ['hugo', '--quiet'],
    article: (slug) => `content/articles/${slug}.md`,
    site: 'public',
  };
}

const DISABLE_LISTS = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n';

async function hugoVersion(): Promise<string | undefined> {
  try {
    return /v([\d.]+)/.exec((await run('hugo', ['version'])).stdout)?.[1];
  } catch {
    return undefined;
  }
}

async function installHugo(): Promise<string | undefined> {
  try {
    await run('apt-get', ['install', '--yes', 'hugo']);
  } catch {
    return undefined;
  }
  return hugoVersion();
}
