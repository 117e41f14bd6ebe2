import { parseArticle, type ArticleParsing } from './parse-article.ts';
import type { ParsingTask } from './parse-articles.ts';

/** The worker of `parseArticles`. */
export default function parseInWorker({
  texts,
  publicationLanguage,
}: ParsingTask): ArticleParsing[] {
  return texts.map(({ file, bytes }) => parseArticle(file, bytes, publicationLanguage));
}
