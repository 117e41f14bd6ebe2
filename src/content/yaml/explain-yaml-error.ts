import { isScalar, visit, type Document, type Scalar, type YAMLError } from 'yaml';
import type { Problem } from '../../article/problem.ts';

/** What is wrong, what would be right, and where: an offset into the YAML. */
type YamlFault = Pick<Problem, 'wrong' | 'right'> & { readonly offset: number };

/** The YAML errors that people really make, in their words; the parser's own for the rest. */
export function faultOfYaml(
  { code, message, pos }: YAMLError,
  document: Document,
  yaml: string,
  name: string,
): YamlFault {
  const [offset] = pos;
  switch (code) {
    case 'DUPLICATE_KEY': {
      const key = /^[^:\n]*/.exec(yaml.slice(offset))?.[0].trim() ?? '';
      const wrong = `The key "${key}" stands here a second time.`;
      return { offset, wrong, right: 'Keep one of the two.' };
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return document.errors.some((error) => error.code === 'MULTILINE_IMPLICIT_KEY')
        ? {
            offset,
            wrong: 'The line below is indented, and so reads as a part of this value.',
            right: 'Begin each key at the same place as the one above it.',
          }
        : {
            offset,
            wrong: 'A colon followed by a space, inside a value, reads as another key.',
            right: 'Put quotation marks around the whole value: headline: "Iran: the talks"',
          };
    case 'TAB_AS_INDENT':
      return { offset, wrong: 'The line is indented with a tab.', right: 'Indent with spaces.' };
    case 'BAD_SCALAR_START':
      return { offset, ...unfitStart(yaml.charAt(offset)) };
    case 'MULTIPLE_DOCS':
      return {
        offset,
        wrong: 'A second YAML document begins here.',
        right: 'Keep one: take away the line of dots or hyphens.',
      };
    case 'RESOURCE_EXHAUSTION':
      return { offset: 0, ...tooDeep(name) };
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN': {
      const start = SPECIAL_START.exec(lineBefore(yaml, offset))?.groups?.start;
      if (start !== undefined) return { offset, ...unfitStart(start) };
      return faultOfEnd(message, quotedBefore(document, offset), offset) ?? other(offset);
    }
    default:
      return other(offset);
  }

  function other(offset: number): YamlFault {
    const wrong = `The ${name} is not valid YAML: ${message}.`;
    return { offset, wrong, right: QUOTE_WHOLE_VALUE };
  }
}

/** The fault of YAML nested more deeply than the stack allows. */
export function tooDeep(name: string): Pick<Problem, 'wrong' | 'right'> {
  return {
    wrong: `The ${name} is nested too deeply to be read.`,
    right: 'Look for long runs of [ or {, and put quotation marks around the text.',
  };
}

const QUOTE_WHOLE_VALUE =
  'Put quotation marks around a value that holds : # [ ] { } " \' or begins with - ? @ `';

/** A value that begins with what has a meaning to YAML, and goes on as a text. */
const SPECIAL_START = /^[^:]*:[ \t]+(?<start>[*&![{|>?-])/;

function lineBefore(yaml: string, offset: number): string {
  return yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1, offset + 1);
}

/** The fault of a text that cannot stand without quotation marks. */
export function unfitStart(start: string): Pick<Problem, 'wrong' | 'right'> {
  return {
    wrong: `The value begins with ${start} and so is not a text to YAML.`,
    right: 'Put quotation marks around the whole value.',
  };
}

/** Values that do not end where they should. */
function faultOfEnd(
  message: string,
  quoted: Scalar | undefined,
  offset: number,
): YamlFault | undefined {
  if (message.startsWith('Missing closing')) {
    const wrong = 'A quotation mark is opened here and never closed.';
    const right = 'Write the same mark at the end of the value.';
    return { offset: quoted?.range?.[0] ?? offset, wrong, right };
  }
  const bracket = /end with a ([\]}])/.exec(message)?.[1];
  if (bracket !== undefined) {
    const wrong = `A bracket is opened before this line and never closed with ${bracket}`;
    const right = `Write ${bracket} at the end of the list, or put quotation marks around a text that begins with a bracket.`;
    return { offset, wrong, right };
  }
  if (message.endsWith('at node end') && quoted) {
    const wrong = 'The value goes on after its closing quotation mark.';
    const right =
      "Put quotation marks around the whole value. Inside it, write '' for ' between two ', and \\\" for \" between two \"";
    return { offset, wrong, right };
  }
  if (message.endsWith('at node end') || message.startsWith('All ')) {
    const wrong = 'The line is indented differently from its neighbours.';
    const right = 'Give all keys of one level the same number of spaces.';
    return { offset, wrong, right };
  }
  if (message.startsWith('Implicit map keys need')) {
    const wrong = 'The line is neither a key with its value nor a part of the value above it.';
    return { offset, wrong, right: 'Write key: value, with a space after the colon.' };
  }
  return undefined;
}

/** The value in quotation marks that begins before `offset` and reaches it. */
function quotedBefore(document: Document, offset: number): Scalar | undefined {
  let found: Scalar | undefined;
  visit(document, {
    Scalar(_, scalar) {
      const [start, , end] = scalar.range ?? [Infinity, 0, 0];
      if (isScalar(scalar) && scalar.type?.startsWith('QUOTE') && start < offset && offset <= end) {
        found = scalar;
      }
    },
  });
  return found;
}
