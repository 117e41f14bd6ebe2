import { expect, test } from 'vitest';
import { noteTried } from '../../../tried.ts';
import { convertInput } from './convert-input.ts';

const page = (body: string): string => `<!DOCTYPE html><html><body>${body}</body></html>`;

test.each([
  ['a.html', `<h1>H</h1><p>T</p>${'<b><i>'.repeat(20_000)}`, 'never closed'],
  ['a.html', page('<div class=a><a href=x>'.repeat(1400)), 'nested deeper than 512 levels'],
  ['a.html', page(`<p title="${'x'.repeat(20_000_000)}">t</p>`), 'an attribute of more than'],
  ['a.html', page('<p>a</p>'.repeat(60_000)), 'more than 100,000 elements'],
  ['a.html', page(''), 'has no headline'],
  ['a.md', `---\na: &a [x]\n${'b: [*a,*a,*a,*a]\n'.repeat(60)}---\nText.`, 'not valid YAML'],
  ['a.md', '---\ntitle: [\n---\nText.', 'not valid YAML'],
  ['a.md', '+++\ntitle =\n+++\nText.', 'not valid TOML'],
  ['a.md', '---js\nprocess.exit()\n---\nText.', 'js code, which is never run'],
  ['a.md', '---\ntitle: A\n', 'never closed'],
  ['a.md', '---\n- a\n---\nText.', 'not a list of keys'],
])('%s with %.60j is refused by name within five seconds', (name, text, wrong) => {
  noteTried({ cases: 1 });
  const before = process.threadCpuUsage();
  const conversions = convertInput(text, name);
  const { user, system } = process.threadCpuUsage(before);
  expect(conversions).toMatchObject([
    { ok: false, faults: [{ wrong: expect.stringContaining(wrong) as unknown }] },
  ]);
  expect((user + system) / 1e6).toBeLessThan(5);
});

test('a document that is too long is not shortened by leaving out its emphasis', () => {
  const paragraph = `<p><b>${'x'.repeat(11_996)}</b></p>`;
  const conversions = convertInput(page(`<h1>H</h1>${paragraph.repeat(100)}`), 'a.html');
  expect(conversions).toMatchObject([
    { ok: false, faults: [{ wrong: expect.stringContaining('At most 1,200,000') as unknown }] },
  ]);
});
