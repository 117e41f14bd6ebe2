/**
 * Whether a line is the credit of a picture: `© Reuters`, `(c) AP`, `Photo: Jane Doe`, `Image credit:
 * NASA`, `Фото: ТАСС`. A sentence that only starts with such a word is not.
 */
export function isCredit(line: string): boolean {
  return line.length <= MAX_LENGTH && CREDIT.test(line);
}

/** In characters. Credits name people and agencies; a longer line is a paragraph. */
const MAX_LENGTH = 250;

const MARKS = ['©', '\\(c\\)'];

/** Words for a picture or its author. A colon must follow. */
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

/** These need no colon, because only a name can follow. */
const PHRASES = ['photo(?:graph)? by', 'image by', 'picture by', '(?:photo |image )?courtesy of'];

const CREDIT = new RegExp(
  `^(?:${MARKS.join('|')}|(?:${LABELS.join('|')}) ?[:：]|(?:${PHRASES.join('|')}) )\\s*\\S`,
  'iu',
);
