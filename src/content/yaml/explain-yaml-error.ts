import { isScalar, visit, type Document, type Scalar, type YAMLError } from 'yaml';
import type { Fault } from '../../article/problem.ts';

/** A fault and its offset in the YAML. */
type YamlFault = Fault & { readonly offset: number };

/**
 * Explains common YAML errors to authors. For other errors, returns the parser's message.
 * @param name of the YAML in messages
 */
export function explainYamlError(
  { code, message, pos }: YAMLError,
  document: Document,
  yaml: string,
  name: string,
): YamlFault {
  const [offset] = pos;
  switch (code) {
    case 'DUPLICATE_KEY': {
      const key = /^[^:\n]*/.exec(yaml.slice(offset))?.[0].trim() ?? '';
      return {
        offset,
        wrong: `The key "${key}" occurs a second time here.`,
        right: 'Remove one of the two.',
      };
    }
    case 'BLOCK_AS_IMPLICIT_KEY': {
      const curly = explainCurlyQuotes(lineAround(yaml, offset));
      if (curly) return { offset, ...curly };
      return document.errors.some((error) => error.code === 'MULTILINE_IMPLICIT_KEY')
        ? {
            offset,
            wrong: 'The next line is indented, so YAML reads it as a part of this value.',
            right: 'Indent it like the key above it.',
          }
        : {
            offset,
            wrong: 'YAML reads a colon and a space inside a value as another key.',
            right: 'Put the value in quotation marks: headline: "Iran: the talks"',
          };
    }
    case 'TAB_AS_INDENT':
      return { offset, wrong: 'The line is indented with a tab.', right: 'Indent with spaces.' };
    case 'BAD_SCALAR_START':
      return { offset, ...explainSpecialStart(yaml.charAt(offset)) };
    case 'MULTIPLE_DOCS':
      return {
        offset,
        wrong: 'A second YAML document begins here.',
        right: 'Remove the line of dots or hyphens.',
      };
    case 'RESOURCE_EXHAUSTION':
      return { offset: 0, ...tooDeep(name) };
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN': {
      const start = SPECIAL_START.exec(lineBefore(yaml, offset))?.groups?.start;
      if (start !== undefined) return { offset, ...explainSpecialStart(start) };
      return explainEnd(message, quotedValueAt(document, offset), offset) ?? other(offset);
    }
    default:
      return other(offset);
  }

  function other(offset: number): YamlFault {
    return {
      offset,
      wrong: `The ${name} is not valid YAML: ${message}.`,
      right:
        'Put a value in quotation marks if it contains : # [ ] { } " \' or begins with - ? @ `',
    };
  }
}

/** The fault of YAML whose nesting exceeds the stack. */
export function tooDeep(name: string): Fault {
  return {
    wrong: `The ${name} is nested too deeply to be read.`,
    right: 'Put text that contains many [ or { in quotation marks.',
  };
}

/** A value that begins with a character of YAML syntax. */
const SPECIAL_START = /^[^:]*:[ \t]+(?<start>[*&![{|>?-])/;

/** A key, and a value that begins with a curly quote. */
const CURLY_QUOTES = /^\s*(?:- )?(?<key>[\w.]+):[ \t]+(?<value>[“”„‘’«].*)$/;

function explainCurlyQuotes(line: string): Fault | undefined {
  const { key, value = '' } = CURLY_QUOTES.exec(line)?.groups ?? {};
  if (key === undefined) return undefined;
  const plain = value.trim().replaceAll(/^[“”„‘’«]|[“”’»]$/g, '');
  return {
    wrong: `The curly quotes (${value.charAt(0)}) are text. Only straight ones are quotation marks in YAML.`,
    right: `Write ${key}: ${JSON.stringify(plain)} — or, to show the curly quotes, ${key}: ${JSON.stringify(value.trim())}`,
  };
}

function lineAround(yaml: string, offset: number): string {
  const end = yaml.indexOf('\n', offset);
  return yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1, end === -1 ? undefined : end);
}

function lineBefore(yaml: string, offset: number): string {
  return yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1, offset + 1);
}

/** The fault of a value that begins with a character of YAML syntax. */
export function explainSpecialStart(start: string): Fault {
  return {
    wrong: `The value begins with ${start}, so YAML does not read it as text.`,
    right: 'Put the value in quotation marks.',
  };
}

/** Explains errors at the end of values. */
function explainEnd(
  message: string,
  quoted: Scalar | undefined,
  offset: number,
): YamlFault | undefined {
  if (message.startsWith('Missing closing')) {
    return {
      offset: quoted?.range?.[0] ?? offset,
      wrong: 'A quotation mark is opened here and never closed.',
      right: 'Write the same quotation mark at the end of the value.',
    };
  }
  const bracket = /end with a ([\]}])/.exec(message)?.[1];
  if (bracket !== undefined) {
    return {
      offset,
      wrong: `A bracket is opened before this line and never closed with ${bracket}`,
      right: `Write ${bracket} at the end of the list, or put text that begins with a bracket in quotation marks.`,
    };
  }
  if (message.endsWith('at node end') && quoted) {
    return {
      offset,
      wrong: 'The value continues after its closing quotation mark.',
      right: `Put the whole value in quotation marks. Between '…', write ' as ''. Between "…", write " as \\"`,
    };
  }
  if (message.endsWith('at node end') || message.startsWith('All ')) {
    return {
      offset,
      wrong: 'The line is not indented like the lines around it.',
      right: 'Indent all keys of a group by the same number of spaces.',
    };
  }
  if (message.startsWith('Implicit map keys need')) {
    return {
      offset,
      wrong: 'The line is neither a key with a value nor a part of the value above it.',
      right: 'Write key: value, with a space after the colon.',
    };
  }
  return undefined;
}

/** Returns the value in quotation marks that begins before `offset` and ends at or after it. */
function quotedValueAt(document: Document, offset: number): Scalar | undefined {
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
