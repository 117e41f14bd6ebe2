/** Writes a number as lists do: `3`, `c`, `iii`. The names are those of WordprocessingML. */
export function formatNumber(value: number, format: string): string {
  return (FORMATS[format] ?? String)(value);
}

/** Whether the numbers of a format can be written as Word shows them. */
export function isKnownNumberFormat(format: string): boolean {
  return Object.hasOwn(FORMATS, format);
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя';
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשת';
const ARABIC = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  none: () => '',
  lowerLetter: letters(LATIN),
  upperLetter: (value) => letters(LATIN)(value).toUpperCase(),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperRoman: roman,
  ordinal: (value) => `${value}${ordinalSuffix(value)}`,
  russianLower: letters(RUSSIAN),
  russianUpper: (value) => letters(RUSSIAN)(value).toUpperCase(),
  hebrew2: letters(HEBREW),
  arabicAlpha: letters(ARABIC),
  decimalEnclosedCircle: (value) => CIRCLED[value - 1] ?? String(value),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: chinese,
  hindiNumbers: digits('०'),
  thaiNumbers: digits('๐'),
  decimalFullWidth: digits('０'),
};

/** `a` to `z`, then `aa` to `zz`. */
function letters(alphabet: string): (value: number) => string {
  return (value) => {
    if (value < 1) return String(value);
    const letter = alphabet[(value - 1) % alphabet.length] ?? '';
    return letter.repeat(Math.min(Math.ceil(value / alphabet.length), MAX_REPEAT));
  };
}

const MAX_REPEAT = 10;

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
  [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]; // prettier-ignore

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [step, sign] of ROMAN) {
    while (rest >= step) {
      text += sign;
      rest -= step;
    }
  }
  return text;
}

function ordinalSuffix(value: number): string {
  const tens = value % 100;
  if (tens > 10 && tens < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/** Up to 99. */
function chinese(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const signs = '〇一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? (signs[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${ones > 0 ? (signs[ones] ?? '') : ''}`;
}

function digits(zero: string): (value: number) => string {
  const start = zero.codePointAt(0) ?? 0;
  return (value) =>
    String(value).replaceAll(/\d/g, (digit) => String.fromCodePoint(start + Number(digit)));
}
