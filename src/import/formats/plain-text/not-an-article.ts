import type { TextFault } from '../../markdown/prove-article.ts';

/** What a text is, if its first lines show that it is not the text of an article alone. */
export function faultOfOtherText(text: string): TextFault | undefined {
  return OTHER_KINDS.find(({ matches }) => matches(text))?.fault ?? runningHead(text);
}

/** The names of header fields, as mail programs write them in the languages of the interface. */
const MAIL_FIELD =
  /^(?:from|to|cc|bcc|subject|date|sent|reply-to|return-path|received|message-id|delivered-to|mime-version|content-type|dkim-signature|von|an|gesendet|datum|betreff|de|à|envoyé|objet|para|enviado|asunto|assunto|fecha|data|от|кому|отправлено|дата|тема|від|надіслано|kimden|kime|gönderilen|gönderildi|tarih|konu|من|إلى|الموضوع|التاريخ|تاريخ|از|به|موضوع|प्रेषक|प्रति|विषय|दिनांक|发件人|收件人|主题|日期|发送时间|寄件者|收件者|主旨) ?[:：]\s*\S/iu;

const OTHER_KINDS: readonly { matches: (text: string) => boolean; fault: TextFault }[] = [
  {
    matches: (text) => firstLines(text, 4).filter((line) => MAIL_FIELD.test(line)).length >= 2,
    fault: {
      line: 1,
      wrong: 'This is an e-mail: it starts with sender, recipient or subject.',
      right: 'Remove the lines above the headline, so that no address is published.',
    },
  },
  {
    matches: (text) => /^\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(text),
    fault: {
      line: 1,
      wrong: 'This is a web page, not plain text.',
      right: 'Import it with --from html',
    },
  },
  {
    matches: (text) => /^\uFEFF?(?:---|\+\+\+)[\t ]*[\n\r]/.test(text),
    fault: {
      line: 1,
      wrong: 'This is Markdown with front matter, not plain text.',
      right: 'Import it with --from markdown',
    },
  },
  {
    matches: (text) => /^\s*<\?xml\s/.test(text),
    fault: { line: 1, wrong: 'This is XML, not plain text.', right: 'Save it as plain text.' },
  },
];

function firstLines(text: string, count: number): string[] {
  const lines = text.slice(0, 4000).split(/[\n\r]+/);
  return lines
    .map((line) => line.replace(/^\uFEFF/, '').trim())
    .filter(Boolean)
    .slice(0, count);
}

/** Text from a PDF repeats the name of the publication at the top of each page. */
function runningHead(text: string): TextFault | undefined {
  const pages = text.split('\f').filter((page) => page.trim() !== '');
  if (pages.length < 2) return undefined;
  for (const edge of ['top', 'bottom'] as const) {
    const lines = pages.map((page) => {
      const own = page.split(/[\n\r]+/).filter((line) => line.trim() !== '');
      return (edge === 'top' ? own[0] : own.at(-1)) ?? '';
    });
    const repeated = [...Map.groupBy(lines.slice(edge === 'top' ? 1 : 0), withoutNumbers)].find(
      ([words, same]) => /\p{L}/u.test(words) && same.length >= Math.max(2, lines.length / 2),
    );
    const [line] = repeated?.[1] ?? [];
    if (line === undefined) continue;
    return {
      line: text.slice(0, text.indexOf(line)).split(/\r\n|[\n\r]/).length,
      wrong: `A line repeats at the ${edge} of the pages of this text: ${line.trim()}`,
      right: 'Remove running heads and page numbers, which are not part of the article.',
    };
  }
  return undefined;
}

function withoutNumbers(line: string): string {
  return line.replaceAll(/\p{Nd}+/gu, '').trim();
}
