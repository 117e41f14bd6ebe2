import { paint } from './paint.ts';
import type { ScratchProject } from './scratch-project.ts';
import { seededRandom } from './seeded-random.ts';

/** Parts of sentences in one language, in the order of a sentence. */
interface Phrases {
  readonly who: readonly string[];
  readonly does: readonly string[];
  readonly what: readonly string[];
  readonly where: readonly string[];
  readonly topics: readonly string[];
  /** The separator of words. */
  readonly space: string;
  /** The end of a sentence. */
  readonly stop: string;
  /** A sentence with a word that occurs nowhere else. It is in one article of the language. */
  readonly rare: string;
}

/** Six languages in four writing systems. The sentences are fiction. */
export const phrases: Readonly<Record<string, Phrases>> = {
  en: {
    who: ['The harbour council', 'A retired pilot', 'Two schools', 'The ferry company', 'Farmers'],
    does: ['rebuild', 'argue over', 'welcome', 'postpone', 'measure'],
    what: ['the northern breakwater', 'a new timetable', 'the winter market', 'an old map'],
    where: ['in the lower town', 'before the first frost', 'on the eastern shore', 'at midnight'],
    topics: ['Harbours', 'Weather', 'Schools', 'Markets'],
    space: ' ',
    stop: '. ',
    rare: 'Nobody had counted the lighthousekeepers before.',
  },
  ru: {
    who: ['Портовый совет', 'Бывший лоцман', 'Две школы', 'Паромная компания', 'Фермеры'],
    does: ['перестраивают', 'обсуждают', 'приветствуют', 'откладывают', 'измеряют'],
    what: ['северный волнорез', 'новое расписание', 'зимний рынок', 'старую карту'],
    where: ['в нижнем городе', 'до первых морозов', 'на восточном берегу', 'в полночь'],
    topics: ['Порты', 'Погода', 'Школы'],
    space: ' ',
    stop: '. ',
    rare: 'Раньше никто не считал старинными колокольнями.',
  },
  ar: {
    who: ['مجلس الميناء', 'قبطان متقاعد', 'مدرستان', 'شركة العبارات', 'المزارعون'],
    does: ['يعيد بناء', 'يناقش', 'يرحب بـ', 'يؤجل', 'يقيس'],
    what: ['حاجز الأمواج الشمالي', 'الجدول الجديد', 'سوق الشتاء', 'الخريطة القديمة'],
    where: ['في المدينة السفلى', 'قبل الصقيع الأول', 'على الشاطئ الشرقي', 'عند منتصف الليل'],
    topics: ['الموانئ', 'الطقس', 'المدارس'],
    space: ' ',
    stop: '. ',
    rare: 'لم يحص أحد المنارات من قبل.',
  },
  'zh-Hans': {
    who: ['港务委员会', '一位退休引航员', '两所学校', '轮渡公司', '农民们'],
    does: ['重建', '讨论', '欢迎', '推迟', '测量'],
    what: ['北方防波堤', '新的时刻表', '冬季市场', '一张旧地图'],
    where: ['在下城区', '在初霜之前', '在东岸', '在午夜'],
    topics: ['港口', '天气', '学校'],
    space: '',
    stop: '。',
    rare: '以前没有人数过灯塔。',
  },
  es: {
    who: [
      'El consejo del puerto',
      'Un piloto jubilado',
      'Dos escuelas',
      'La naviera',
      'Los campesinos',
    ],
    does: ['reconstruyen', 'discuten', 'reciben', 'aplazan', 'miden'],
    what: [
      'el rompeolas del norte',
      'un nuevo horario',
      'el mercado de invierno',
      'un mapa antiguo',
    ],
    where: ['en la ciudad baja', 'antes de la primera helada', 'en la orilla oriental'],
    topics: ['Puertos', 'Tiempo', 'Escuelas'],
    space: ' ',
    stop: '. ',
    rare: 'Nadie había contado antes los campanarios.',
  },
  tr: {
    who: ['Liman meclisi', 'Emekli bir kılavuz', 'İki okul', 'Feribot şirketi', 'Çiftçiler'],
    does: ['yeniden kuruyor:', 'tartışıyor:', 'karşılıyor:', 'erteliyor:', 'ölçüyor:'],
    what: ['kuzey dalgakıranı', 'yeni tarife', 'kış pazarı', 'eski bir harita'],
    where: ['aşağı şehirde', 'ilk dondan önce', 'doğu kıyısında', 'gece yarısı'],
    topics: ['Limanlar', 'Hava', 'Okullar'],
    space: ' ',
    stop: '. ',
    rare: 'Daha önce kimse çan kulelerini saymamıştı.',
  },
};

const languages = Object.keys(phrases);

/**
 * The end of every field of some articles: the special characters of HTML, XML, JSON, YAML and URLs.
 * Without `<!--`, which fields refuse.
 */
const HOSTILE = `</script><script>alert(1)</script> <! --> ]]> & &amp; "q" 'a' \\ {{x}} \${y} %3C`;

/** Characters that are allowed in a body, but not in XML 1.0. */
export const FORBIDDEN_IN_XML = '\u0001\u0008\u000B\uFFFE\uFFFF';

/**
 * Writes a publication into a project. The same count gives the same publication. The articles
 * alternate between six languages. Every tenth has no date, every fifth has a picture, every seventh
 * an update, and every fiftieth hostile text in every field.
 */
export async function generatePublication(
  project: ScratchProject,
  count: number,
  publication: string,
): Promise<void> {
  await project.write('content/publication.yaml', publication);
  for (let number = 0; number < count; number++) {
    const slug = `article-${String(number).padStart(3, '0')}`;
    await project.write(`content/articles/${slug}/index.md`, articleText(number));
    if (hasPicture(number)) {
      const [width, height] = number % 2 === 0 ? [640, 420] : [420, 560];
      await project.write(
        `content/articles/${slug}/picture.png`,
        await paint('png', width, height),
      );
    }
  }
}

/** Whether the article of this number has a picture. */
export function hasPicture(number: number): boolean {
  return number % 5 === 0;
}

/** Whether the article of this number has hostile text in every field. */
export function isHostile(number: number): boolean {
  return number % 50 === 49;
}

function articleText(number: number): string {
  const language = languages[number % languages.length] ?? 'en';
  const words = phrases[language];
  if (!words) throw new Error(`There are no phrases in ${language}.`);
  const random = seededRandom(number + 1);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const sentence = (): string =>
    [pick(words.who), pick(words.does), pick(words.what), pick(words.where)].join(words.space);
  const paragraph = (): string =>
    Array.from({ length: 3 + Math.floor(random() * 4) }, sentence).join(words.stop) +
    words.stop.trim();
  const hostile = isHostile(number) ? ` ${HOSTILE}` : '';
  const quoted = (text: string): string => JSON.stringify(text + hostile);
  const published = dateOf(number, random);
  const frontMatter = [
    `headline: ${quoted(sentence())}`,
    number % 3 === 0 ? '' : `standfirst: ${quoted(sentence() + words.stop.trim())}`,
    number % 4 === 0 ? `byline: [${quoted(pick(words.who))}]` : '',
    published === undefined ? '' : `published: ${published}`,
    published !== undefined && number % 7 === 0 ? 'updated: 2024-12-31T23:30:00-05:00' : '',
    `language: ${language}`,
    number % 8 === 7 ? '' : `topics: [${quoted(pick(words.topics))}]`,
    hasPicture(number)
      ? `image: { file: picture.png, alt: ${quoted(sentence())}, caption: ${JSON.stringify(sentence())} }`
      : '',
  ].filter((line) => line !== '');
  const body = [
    paragraph(),
    number < languages.length ? words.rare : paragraph(),
    ...(number > 0 ? [`[${sentence()}](article-${String(number - 1).padStart(3, '0')}.md)`] : []),
    ...(isHostile(number) ? [`\\<!-- ${HOSTILE}${FORBIDDEN_IN_XML}`] : []),
    paragraph(),
  ];
  return `---\n${frontMatter.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
}

function dateOf(number: number, random: () => number): string | undefined {
  if (number % 10 === 9) return undefined;
  const day = new Date(Date.UTC(2022, 0, 1) + Math.floor(random() * 1090) * 86_400_000);
  const date = day.toISOString().slice(0, 'YYYY-MM-DD'.length);
  return number % 2 === 0 ? date : `${date}T${String(number % 24).padStart(2, '0')}:15:00+03:00`;
}
