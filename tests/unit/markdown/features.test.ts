import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { ALL_FEATURES } from '../../../src/markdown/features.ts';
import { LimitError } from '../../../src/markdown/limits.ts';
import { bodyProcessor, processorFor } from '../../../src/markdown/render.ts';
import { generateBody } from '../../parsed-tree.ts';
import { seededRandom } from '../../seeded-random.ts';

const GENERATED = 3_000;

test('leaving out the steps for features that a text does not have changes nothing', () => {
  const random = seededRandom(14);
  const generated = Array.from({ length: GENERATED }, () => generateBody(random));
  const all = bodyProcessor('en', ALL_FEATURES);
  const render = (body: string, processor = processorFor(body, 'en')): unknown => {
    const file = new VFile({ value: body, data: { folder: 'slug' } });
    try {
      const html = String(processor.processSync(file));
      const { pictures = [], recordings = [], headings = [], ...data } = file.data;
      const { articleLinks = [], pageLinks = [], fileLinks = [], ...others } = data;
      const lists = { pictures, recordings, headings, articleLinks, pageLinks, fileLinks };
      return { html, lists, others, messages: file.messages };
    } catch (error) {
      if (error instanceof LimitError) return error.message;
      throw error;
    }
  };
  const different = generated.filter(
    (body) => JSON.stringify(render(body)) !== JSON.stringify(render(body, all)),
  );
  expect(different).toEqual([]);
});
