import { parseArgs, type ParseArgsConfig } from 'node:util';
import { closestMatch } from 'leven';
import { canonicalLanguage } from '../article/language.ts';
import { FORMAT_NAMES } from '../import/formats/format-names.ts';
import type { ImportOptions } from '../import/import-texts.ts';

export interface ImportCommand extends ImportOptions {
  /** Whether to print one JSON report instead of lines for people. */
  readonly json: boolean;
  /** The file to write the ledger to, as JSON. */
  readonly report: string | undefined;
}

/** The meaning of a command line. `message` is in full sentences. */
export type CommandLine =
  | { readonly type: 'import'; readonly command: ImportCommand }
  | { readonly type: 'help' }
  | { readonly type: 'formats' }
  | { readonly type: 'error'; readonly message: string };

const OPTIONS = {
  standfirst: { type: 'boolean' },
  paragraphs: { type: 'string' },
  from: { type: 'string' },
  formats: { type: 'boolean' },
  media: { type: 'string' },
  'accept-omissions': { type: 'boolean' },
  report: { type: 'string' },
  encoding: { type: 'string' },
  language: { type: 'string' },
  force: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} satisfies ParseArgsConfig['options'];

/** Parses the arguments of `npm run import --`. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const unknown = faultOfUnknownOption(args);
  if (unknown !== undefined) return { type: 'error', message: unknown };
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return { type: 'error', message: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { type: 'help' };
  if (values.formats === true) return { type: 'formats' };
  const fault = faultOfValues(values, positionals);
  if (fault !== undefined) return { type: 'error', message: fault };
  const { paragraphs, encoding, language, from, media, report } = values;
  return {
    type: 'import',
    command: {
      sources: positionals,
      standfirst: values.standfirst === true,
      paragraphs: paragraphs === 'lines' || paragraphs === 'blank' ? paragraphs : undefined,
      encoding,
      from,
      media,
      acceptOmissions: values['accept-omissions'] === true,
      report,
      language: language === undefined ? undefined : canonicalLanguage(language),
      force: values.force === true,
      dryRun: values['dry-run'] === true,
      json: values.json === true,
    },
  };
}

function faultOfUnknownOption(args: readonly string[]): string | undefined {
  const known = Object.keys(OPTIONS);
  const end = args.indexOf('--');
  const name = args
    .slice(0, end === -1 ? undefined : end)
    .map((arg) => /^--([^=]+)/.exec(arg)?.[1])
    .find((option) => option !== undefined && !known.includes(option));
  if (name === undefined) return undefined;
  const near = closestMatch(name, known, { maxDistance: 3 });
  return `There is no option --${name}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
}

interface TextValues {
  readonly paragraphs?: string;
  readonly encoding?: string;
  readonly language?: string;
  readonly from?: string;
}

function faultOfValues(
  { paragraphs, encoding, language, from }: TextValues,
  sources: readonly string[],
): string | undefined {
  if (sources.length === 0)
    return 'No texts are named. Name files, folders, or - for standard input.';
  if (sources.filter((source) => source === '-').length > 1) {
    return 'Standard input (-) is named twice. It can be read only once.';
  }
  if (paragraphs !== undefined && paragraphs !== 'lines' && paragraphs !== 'blank') {
    return `--paragraphs must be "lines" or "blank", not "${paragraphs}".`;
  }
  if (from !== undefined && !FORMAT_NAMES.includes(from)) {
    const near = closestMatch(from, FORMAT_NAMES, { maxDistance: 3 });
    const right =
      near === undefined ? `The formats are: ${FORMAT_NAMES.join(', ')}.` : `Did you mean ${near}?`;
    return `There is no format "${from}". ${right}`;
  }
  if (encoding !== undefined && !isEncoding(encoding)) {
    return `"${encoding}" is not the name of an encoding. Use utf-8, windows-1251, windows-1252, koi8-r, gb18030, shift_jis or another name from https://encoding.spec.whatwg.org/#names-and-labels`;
  }
  if (language !== undefined && canonicalLanguage(language) === undefined) {
    return `"${language}" is not a language tag. Use a BCP 47 tag such as en, ru, pt-BR or zh-Hans.`;
  }
  return undefined;
}

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true });
    return true;
  } catch {
    return false;
  }
}
