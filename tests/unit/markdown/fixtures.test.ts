import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PICTURE_GAP } from '../../../src/markdown/pictures.ts';
import { renderBody } from '../../../src/markdown/render.ts';

const cases = join(import.meta.dirname, '../../fixtures/markdown');

/** Marks the place of a picture in expected files, which would be hard to read with NUL. */
const VISIBLE_GAP = '␀';

test.each(readdirSync(cases))('the body of tests/fixtures/markdown/%s is as expected', (name) => {
  const input = readFileSync(join(cases, name, 'input.md'), 'utf8');
  const expected = readFileSync(join(cases, name, 'expected.html'), 'utf8');
  const { html } = renderBody(input, 'en');
  expect(`${html.replaceAll(PICTURE_GAP, VISIBLE_GAP)}\n`).toBe(expected);
});
