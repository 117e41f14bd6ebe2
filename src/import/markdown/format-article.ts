import { onOneLine, type Draft } from '../draft.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { yamlScalar } from './yaml-scalar.ts';

/**
 * Writes an article as the Markdown file that a person would write: front matter in the order of
 * the schema, then the body, a blank line between paragraphs.
 * @param language to be named in the front matter (BCP 47); none: the publication's
 */
export function formatArticle(draft: Draft, language?: string): string {
  const { headline, standfirst, byline, dateline, caption, credit, body } = draft;
  const frontMatter = [
    `headline: ${yamlScalar(onOneLine(headline))}`,
    ...(standfirst ? [`standfirst: ${yamlScalar(onOneLine(standfirst))}`] : []),
    ...(byline ? [`byline: ${listOf(byline.names)}`] : []),
    ...(dateline
      ? [`dateline: ${yamlScalar(dateline.city)}`, `published: ${dateline.published}`]
      : []),
    ...(language === undefined ? [] : [`language: ${language}`]),
    ...(caption || credit ? ['image:'] : []),
    ...(caption ? [`  caption: ${inlineMarkdown(onOneLine(caption))}`] : []),
    ...(credit ? [`  credit: ${inlineMarkdown(onOneLine(credit))}`] : []),
  ];
  const paragraphs = body.map(({ text }) => escapeMarkdown(text, 'body'));
  return `---\n${frontMatter.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`;
}

function listOf(values: readonly string[]): string {
  const [only, ...others] = values.map(yamlScalar);
  return only !== undefined && others.length === 0
    ? only
    : `[${values.map(yamlScalar).join(', ')}]`;
}

function inlineMarkdown(text: string): string {
  return yamlScalar(escapeMarkdown(text, 'inline'));
}
