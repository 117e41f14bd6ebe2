import { escapeMarkdown } from '../markdown/escape-markdown.ts';
import { yamlScalar } from '../markdown/yaml-scalar.ts';
import type { Fields } from './source-document.ts';

/** The picture at the head of an article: a file beside it. */
export interface ImageFile {
  readonly file?: string;
  readonly alt?: string;
}

/** Writes front matter, in the order of the schema, with its delimiters. */
export function writeFields(fields: Fields, image: ImageFile = {}): string {
  const { headline, standfirst, byline, dateline, published, updated, language } = fields;
  const lines = [
    ...scalar('headline', headline?.value),
    ...scalar('standfirst', standfirst?.value),
    ...list('byline', byline?.value),
    ...scalar('dateline', dateline?.value),
    ...(published ? [`published: ${published.value}`] : []),
    ...(updated ? [`updated: ${updated.value}`] : []),
    ...(language ? [`language: ${language.value}`] : []),
    ...list('topics', fields.topics?.value),
  ];
  const { caption, credit } = fields.image?.value ?? {};
  const imageLines = [
    ...scalar('  file', image.file),
    ...scalar('  alt', image.alt),
    ...scalar('  caption', caption === undefined ? undefined : escapeMarkdown(caption, 'inline')),
    ...scalar('  credit', credit === undefined ? undefined : escapeMarkdown(credit, 'inline')),
  ];
  if (imageLines.length > 0) lines.push('image:', ...imageLines);
  const { source } = fields;
  if (source) {
    lines.push(
      'source:',
      ...scalar('  name', source.value.name),
      ...scalar('  url', source.value.url),
    );
  }
  if (fields.draft) lines.push('draft: true');
  return `---\n${lines.join('\n')}\n---\n`;
}

function scalar(key: string, value: string | undefined): string[] {
  if (value === undefined) return [];
  return [`${key}: ${value === '' ? '""' : yamlScalar(value)}`];
}

function list(key: string, values: readonly string[] = []): string[] {
  if (values.length === 0) return [];
  if (values.length === 1) return [`${key}: ${values.map(yamlScalar).join('')}`];
  // In brackets, a comma or a bracket would be syntax.
  const inBrackets = values.map((value) =>
    /[,[\]{}]/.test(value) && yamlScalar(value) === value
      ? JSON.stringify(value)
      : yamlScalar(value),
  );
  return [`${key}: [${inBrackets.join(', ')}]`];
}
