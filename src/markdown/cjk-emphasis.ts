import type { Code, Construct, Token, TokenizeContext, Tokenizer } from 'micromark-util-types';
import type { Processor } from 'unified';

/**
 * Lets emphasis begin and end at punctuation next to Chinese, Japanese and Korean characters.
 * CommonMark decides by the spaces around punctuation (6.2), which these languages do not write.
 *
 *     他说**“欢迎。”**一位  →  他说<strong>“欢迎。”</strong>一位
 */
export function cjkEmphasis(this: Processor): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ text: { [ASTERISK]: emphasis } });
}

const ASTERISK = 42;

/** CommonMark's construct, with relaxed rules. */
const emphasis: Construct = {
  name: 'cjkEmphasis',
  tokenize(effects, ok, nok) {
    return relaxed(original(this).tokenize).call(this, effects, ok, nok);
  },
  resolveAll: (events, context) => original(context).resolveAll?.(events, context) ?? events,
};

function original({ parser }: TokenizeContext): Construct {
  const found = [parser.constructs.text[ASTERISK] ?? []]
    .flat()
    .find(({ name }) => name === 'attention');
  if (!found) throw new Error('micromark has no construct for emphasis.');
  return found;
}

/** Wraps a tokenizer of emphasis or deletions, whose token says whether it can open and close. */
export function relaxed(tokenize: Tokenizer): Tokenizer {
  return function (effects, ok, nok) {
    const { previous } = this;
    return tokenize.call(
      this,
      effects,
      (next) => {
        const token = this.events.at(-1)?.[1];
        if (token && (isCjk(previous) || isCjk(next))) allow(token, previous, next);
        return ok(next);
      },
      nok,
    );
  };
}

function allow(token: Token, previous: Code, next: Code): void {
  if (!isSpace(next)) token._open = true;
  if (!isSpace(previous)) token._close = true;
}

/** Line endings and tabs have negative codes, and `null` is the start or end of the text. */
function isSpace(code: Code): boolean {
  return code === null || code < 0 || /\s/.test(String.fromCharCode(code));
}

function isCjk(code: Code): boolean {
  return code !== null && code > 0 && CJK.test(String.fromCharCode(code));
}

/** Letters and punctuation of the Basic Multilingual Plane, with full-width forms. */
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3001-\u303F\u30FB\u30FC\uFE30-\uFE4F\uFF01-\uFFEF]/u;
