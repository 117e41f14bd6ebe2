import { expect, test } from 'vitest';
import { alias, redirectLines } from '../../../src/article/alias.ts';

test.each([
  ['old/address.html', 'old/address.html'],
  ['2019/03/treaty/', '2019/03/treaty/index.html'],
  ['2019/03/treaty', '2019/03/treaty/index.html'],
  ['%D0%BF%D0%BE%D1%80%D1%82.html', 'порт.html'],
  ['~desk/v1.2/a_b,c@d.html', '~desk/v1.2/a_b,c@d.html'],
])('%s is answered by %s', (address, file) => {
  expect(alias.parse(address)).toBe(file);
});

test.each([
  ['/old/a.html', 'not relative to the site.', 'Write old/a.html'],
  ['https://paper.example/old/a.html', 'not relative to the site.', 'Write old/a.html'],
  ['//paper.example/old/', 'not relative to the site.', 'Write old/'],
  ['old/?p=1', 'has a part after ?, which no file can answer.', 'Write the part before it'],
  ['old.html#part', 'has a part after #, which no file can answer.', 'Write the part before it'],
  ['../old.html', '".." is not a name for a file.', 'Write an address such as'],
  ['old/./a.html', '"." is not a name for a file.', 'Write an address such as'],
  ['%2e%2e/old.html', '".." is not a name for a file.', 'Write an address such as'],
  ['old//a.html', 'has an empty part.', 'Write an address such as'],
  ['', 'has an empty part.', 'Write an address such as'],
  ['old/%zz', 'has a % that encodes nothing.', 'Write the letters instead.'],
  ['old/%00.html', 'is not a name for a file.', 'Write an address such as'],
  ['old\\a.html', 'is not a name for a file.', 'Write an address such as'],
  ['old/:id', 'is not a name for a file.', 'Write an address such as'],
  ['old/*', 'is not a name for a file.', 'Write an address such as'],
  ['old/a%20b.html', 'is not a name for a file.', 'Write an address such as'],
  ['old/a.php', 'Hosts do not send "a.php" as a page.', 'Write an address that ends in .html'],
  ['old.html/a', '"old.html" is a folder here.', 'Write an address such as'],
])('%j is an error', (address, wrong, right) => {
  const { error } = alias.safeParse(address);
  const [issue] = error?.issues ?? [];
  expect(issue?.message).toContain(wrong);
  expect(issue?.code === 'custom' ? issue.params?.right : '').toContain(right);
});

test('a redirect for a folder has two addresses, and is percent-encoded', () => {
  expect(redirectLines('old/порт/index.html', 'articles/a.html')).toEqual([
    '/old/%D0%BF%D0%BE%D1%80%D1%82 /articles/a.html 301\n',
    '/old/%D0%BF%D0%BE%D1%80%D1%82/ /articles/a.html 301\n',
  ]);
  expect(redirectLines('old.html', 'articles/a.html')).toEqual([
    '/old.html /articles/a.html 301\n',
  ]);
});
