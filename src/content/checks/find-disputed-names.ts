import { authorSlug } from '../../article/authors.ts';
import type { Problem } from '../../article/problem.ts';
import { topicSlug } from '../../article/topics.ts';
import type { ReadContent } from '../documents/read-content.ts';

/** Finds names that two authors claim, and topics whose file has the name of another one. */
export function findDisputedNames({ authors, topics }: ReadContent): Problem[] {
  const owners = new Map<string, string>();
  const disputed = authors.flatMap(({ slug, file, frontMatter, lineOf }): Problem[] => {
    const names = [
      { name: frontMatter.name, path: ['name'] },
      ...(frontMatter.aliases ?? []).map((name, index) => ({ name, path: ['aliases', index] })),
      { name: slug, path: [] },
    ];
    return names.flatMap(({ name, path }): Problem[] => {
      const owner = owners.get(authorSlug(name)) ?? file;
      owners.set(authorSlug(name), owner);
      if (owner === file) return [];
      return [
        {
          file,
          line: lineOf(path),
          wrong: `"${name}" already belongs to ${owner}.`,
          right: 'Remove the name from one of the two files.',
        },
      ];
    });
  });
  const misnamed = topics.flatMap(({ slug, file, frontMatter: { name }, lineOf }): Problem[] => {
    if (topicSlug(name) === slug) return [];
    const wrong = `The topic "${name}" has the address topics/${topicSlug(name)}.html.`;
    const right = `Name the file ${topicSlug(name)}.md`;
    return [{ file, line: lineOf(['name']), key: 'name', wrong, right }];
  });
  return [...disputed, ...misnamed];
}
