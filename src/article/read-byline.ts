/**
 * Reads a line that names the authors and says nothing else: `By Jane Doe and Li Wei`, `von Max
 * Müller`, `Автор: Иван Иванов`. Every name must look like one.
 * @returns the names, or `undefined` if the line may be something else
 */
export function readByline(line: string): string[] | undefined {
  if (line.length > MAX_LENGTH) return undefined;
  for (const { opening, separator, name } of FORMS) {
    const start = opening.exec(line)?.[0];
    if (start === undefined) continue;
    const names = line.slice(start.length).split(separator);
    const areNames = names.every((one) => name.test(one)) && new Set(names).size === names.length;
    if (areNames) return names;
  }
  return undefined;
}

/** Whether a line is probably a byline, but says more, or says it in an unusual way. */
export function mayBeByline(line: string): boolean {
  if (line.length > MAX_DOUBTFUL_LENGTH || SENTENCE_END.test(line)) return false;
  return DOUBTFUL.test(line) || OCCUPATION.test(line);
}

/** In characters. */
const MAX_LENGTH = 200;
const MAX_DOUBTFUL_LENGTH = 100;

const WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’\-]*`;
const PARTICLE = 'al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ten|van|von|zu';
/** Two to five capitalised words, with particles between. */
const CASED = new RegExp(`^${WORD}(?: (?:${PARTICLE}|${WORD})){0,3} ${WORD}(?<!\\.)$`, 'u');
/** One to four words, in writing systems without capital letters. */
const CASELESS = /^[\p{Lo}\p{M}\u200C.·]+(?: [\p{Lo}\p{M}\u200C.·]+){0,3}$/u;

/**
 * "And" between Arabic names. It is a letter before the next word, with which names begin, too: `أحمد
 * وليد` is one name. So both names must be full ones, and the next word no name with this letter.
 */
export const ARABIC_AND =
  /(?<=[^\s،] [^\s،]+) و(?!(?:ليد|ائل|سام|سيم|جدي|جيه|جدان|حيد|ديع|داد|رد|ردة|سن|صال|صفي|اصف|اثق|الي|لاء|لي|ضاح|عد|فاء|فيق|فقي|هبي|هبة|هيب|يليام)(?:[\s،]|$))(?=\p{Lo}[^\s،]+ [^\s،])/u;
const ARABIC_SEPARATOR = new RegExp(`، | و (?=\\p{Lo})|${ARABIC_AND.source}`, 'u');

interface BylineForm {
  readonly opening: RegExp;
  readonly separator: RegExp;
  readonly name: RegExp;
}

/** How bylines are written in the languages of the interface. */
const FORMS: readonly BylineForm[] = [
  { opening: /^By /, separator: /, | and /, name: CASED },
  { opening: /^[Vv]on /, separator: /, | und /, name: CASED },
  { opening: /^Par /, separator: /, | et /, name: CASED },
  { opening: /^Por /, separator: /, | [ey] /, name: CASED },
  { opening: /^(?:Автор|Авторы|Автори): /, separator: /, | [иійт]а? /, name: CASED },
  { opening: /^(?:Yazan|Yazar|Haber): /, separator: /, | ve /, name: CASED },
  { opening: /^(?:بقلم|كتب)(?:: ?| )/, separator: ARABIC_SEPARATOR, name: CASELESS },
  { opening: /^(?:نویسنده|به قلم): ?/, separator: /، | و /, name: CASELESS },
  { opening: /^(?:लेखक|लेखिका): ?/, separator: /, | और /, name: CASELESS },
  { opening: /^(?:作者|撰文|記者|记者)[:：] ?/, separator: /、| ?[和与與] ?/, name: CASELESS },
];

const SENTENCE_END = /[!.?؟।。！？]$/u;
const DOUBTFUL = /^(?:by|von|par|por|автор|yazan|بقلم|نویسنده|लेखक|作者|记者|記者)[\s:：]\s*\p{L}/iu;
const OCCUPATION =
  /^\p{Lu}[\p{L}.'’\- ]+, .*(?:writer|correspondent|reporter|editor|contributor|korrespondent|redakt|correspondant|journalist|periodista|redactor|jornalista|корреспондент|журналист|кореспондент|muhabir)/iu;
