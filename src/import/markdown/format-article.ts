import { toOneLine, type Draft } from '../draft.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { yamlScalar } from './yaml-scalar.ts';

/**
 * Formats an article as a person would write its file: front matter in the order of the schema, then
 * the body, with a blank line between paragraphs.
 * @param language (BCP 47) to write into the front matter; left out for the publication's language
 */
export function formatArticle(draft: Draft, language?: string): string {
  const { headline, standfirst, byline, dateline, caption, credit, body } = draft;
  const frontMatter = [`headline: ${yamlScalar(toOneLine(headline))}`];
  if (standfirst) frontMatter.push(`standfirst: ${yamlScalar(toOneLine(standfirst))}`);
  if (byline) frontMatter.push(`byline: ${yamlList(byline.names)}`);
  if (dateline) {
    frontMatter.push(`dateline: ${yamlScalar(dateline.city)}`, `published: ${dateline.published}`);
  }
  if (draft.published !== undefined) frontMatter.push(`published: ${draft.published}`);
  if (draft.updated !== undefined) frontMatter.push(`updated: ${draft.updated}`);
  if (language !== undefined) frontMatter.push(`language: ${language}`);
  if (caption ?? credit) frontMatter.push('image:');
  if (caption) frontMatter.push(`  caption: ${yamlMarkdown(toOneLine(caption))}`);
  if (credit) frontMatter.push(`  credit: ${yamlMarkdown(toOneLine(credit))}`);
  const paragraphs = body.map(({ text }) => escapeMarkdown(text, 'body'));
  return `---\n${frontMatter.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`;
}

/** A single value needs no brackets. */
function yamlList(values: readonly string[]): string {
  const list = values.map(yamlScalar).join(', ');
  return values.length === 1 ? list : `[${list}]`;
}

function yamlMarkdown(text: string): string {
  return yamlScalar(escapeMarkdown(text, 'inline'));
}
