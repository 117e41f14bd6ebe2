import { describe, expect, test } from 'vitest';
import { renderBody, renderInline } from '../../../src/markdown/render.ts';

const render = (body: string): string =>
  renderBody(body, 'zh')
    .html.replace(/^<p>/, '')
    .replace(/<\/p>$/, '');

describe('emphasis next to punctuation', () => {
  test.each([
    ['他说，**“欢迎。”**一位', '他说，<strong>“欢迎。”</strong>一位'],
    ['**“欢迎。”。**一位', '<strong>“欢迎。”。</strong>一位'],
    ['甲**（乙）**丙', '甲<strong>（乙）</strong>丙'],
    ['甲*《乙》*丙', '甲<em>《乙》</em>丙'],
    ['これは**「日本」**です', 'これは<strong>「日本」</strong>です'],
    ['**「日本。」**と', '<strong>「日本。」</strong>と'],
    ['그는 **"안녕."**라고', '그는 <strong>"안녕."</strong>라고'],
    ['**甲**“乙”**丙**', '<strong>甲</strong>“乙”<strong>丙</strong>'],
    ['甲~~“乙。”~~丙', '甲<del>“乙。”</del>丙'],
    [
      '**[甲](https://a.org)：**乙',
      '<strong><a href="https://a.org/" rel="noopener noreferrer">甲</a>：</strong>乙',
    ],
  ])('%s', (body, html) => {
    expect(render(body)).toBe(html);
  });

  test('also in a caption', () => {
    expect(renderInline('甲**“乙。”**丙')).toBe('甲<strong>“乙。”</strong>丙');
  });
});

describe('what is not emphasis stays as it was', () => {
  test.each([
    ['甲 * 乙 * 丙', '甲 * 乙 * 丙'],
    ['塔利班*', '塔利班*'],
    ['甲_乙_丙', '甲_乙_丙'],
    ['Daesh* and (Taliban*)s', 'Daesh* and (Taliban*)s'],
    ['a**"b"**c', 'a**"b"**c'],
    ['甲**　乙**', '甲**　乙**'],
    ['`**“甲。”**乙`', '<code>**“甲。”**乙</code>'],
    ['甲\\*\\*“乙。”\\*\\*丙', '甲**“乙。”**丙'],
  ])('%s', (body, html) => {
    expect(render(body)).toBe(html);
  });
});
