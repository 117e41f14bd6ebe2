/**
 * Whether a line says whose picture stands above it: `© Reuters`, `(c) AP`, `Photo: Jane Doe`,
 * `Image credit: NASA`, `Фото: ТАСС`. A sentence that merely begins with such a word is none.
 */
export function isCreditLine(line: string): boolean {
  return line.length <= LONGEST_CREDIT && CREDIT.test(line);
}

/** In characters. Credits name people and agencies; a longer line is a paragraph. */
const LONGEST_CREDIT = 250;

const MARKS = ['©', '\\(c\\)'];

/** Words for a picture or its maker, which a colon must follow. */
const LABELS = [
  '(?:photo(?:graph)?s?|images?|pictures?|illustrations?|graphics?|file photo)(?: credits?| courtesy| source| by)?',
  'credits?',
  'photographers?',
  // French, Spanish, Portuguese, Italian; German, Dutch, the Nordic languages.
  'cr[ée]dits? ?(?:photos?|images?)?',
  'cr[ée]ditos?|foto(?:graf[íi]as?)?|fotos|imagen|imagem|immagine|bild(?:nachweis)?|beeld|kuva|zdj[ęe]cie',
  'фото(?:графия)?|изображение|снимок|иллюстрация',
  'الصورة|تصوير|صورة|عکس|تصویر',
  '图片(?:来源)?|圖片(?:來源)?|摄影|攝影|写真|사진',
];

/** Words that need no colon, because what follows can only be a name. */
const PHRASES = ['photo(?:graph)? by', 'image by', 'picture by', '(?:photo |image )?courtesy of'];

const CREDIT = new RegExp(
  `^(?:${MARKS.join('|')}|(?:${LABELS.join('|')}) ?[:：]|(?:${PHRASES.join('|')}) )\\s*\\S`,
  'iu',
);
