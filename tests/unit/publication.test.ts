import { afterEach, describe, expect, test } from 'vitest';
import { readPublication } from '../../src/publication.ts';
import { temporaryFolder } from './content/temporary-folder.ts';

const project = process.cwd();
afterEach(() => {
  process.chdir(project);
});

/** Returns the publication, or the error message. */
async function read(yaml: string | Uint8Array | undefined) {
  process.chdir(
    await temporaryFolder(yaml === undefined ? {} : { 'content/publication.yaml': yaml }),
  );
  try {
    return readPublication();
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

test('a publication has a name, a language, and optionally a description and a URL', async () => {
  expect(await read('\uFEFFname: A\r\nlanguage: RU\r\n')).toEqual({ name: 'A', language: 'ru' });
  expect(
    await read('name: A\nlanguage: en\ndescription: B # c\nurl: https://example.org/paper\n'),
  ).toEqual({ name: 'A', language: 'en', description: 'B', url: 'https://example.org/paper' });
});

describe('the error message explains a file that', () => {
  test('is missing', async () => {
    expect(await read(undefined)).toMatchInlineSnapshot(`
      "content/publication.yaml
        The file is missing.
          Write it with two lines:
          name: The name of your publication
          language: en"
    `);
  });
  test('is empty', async () => {
    expect(await read('')).toMatchInlineSnapshot(`
      "content/publication.yaml
        line 1: The file is not a list of keys and values.
          Write it with two lines:
          name: The name of your publication
          language: en"
    `);
    expect(await read('# name: A\n')).toBe(await read(''));
  });
  test('is not YAML', async () => {
    expect(await read('name: "A\nlanguage: en\n')).toMatchInlineSnapshot(`
      "content/publication.yaml
        line 1: A quotation mark is opened here and never closed.
          Write the same quotation mark at the end of the value."
    `);
  });
  test('is not UTF-8', async () => {
    expect(await read(Buffer.from([...Buffer.from('name: '), 0xcf, 0xf0]))).toContain(
      'line 1: The line is not valid UTF-8.',
    );
  });
  test('has unknown keys and lacks required ones', async () => {
    expect(await read('title: A\nlang: english\n')).toMatchInlineSnapshot(`
      "content/publication.yaml
        line 1, name: The key "name" is missing.
          Add a line: name: …
        line 1, language: The key "language" is missing.
          Add a line: language: …
        line 1, title: There is no key "title".
          The keys are: name, language, description, url, navigation, footer, copyright, licence, contact, social, logo, icon, colours, typefaces, lead, timezone, articlesPerPage, show.
        line 2, lang: There is no key "lang".
          Did you mean "language"?"
    `);
  });
  test('contains a merge conflict', async () => {
    const conflict = '<<<<<<< HEAD\nname: A\n=======\nname: B\n>>>>>>> x\nlanguage: en\n';
    expect(await read(conflict)).toMatchInlineSnapshot(`
      "content/publication.yaml
        line 1: The file has an unresolved merge conflict: <<<<<<< HEAD … >>>>>>> x on line 5
          Keep one version, and delete the lines <<<<<<<, |||||||, ======= and >>>>>>>. To show a marker to readers, indent it by a space."
    `);
  });
  test('is a folder', async () => {
    process.chdir(await temporaryFolder({ 'content/publication.yaml/': '' }));
    expect(() => readPublication()).toThrow('The file cannot be read.');
  });
});
