import type { Form } from '../article/newsroom-fields.ts';
import type { Words } from '../i18n/words.ts';

/** The name of a form, as a label above a headline. News has none. */
export function formName(form: Form | undefined, words: Words): string | undefined {
  switch (form) {
    case 'opinion':
      return words.opinion;
    case 'analysis':
      return words.analysis;
    case 'review':
      return words.review;
    case 'interview':
      return words.interview;
    case 'obituary':
      return words.obituary;
    case 'photo':
      return words.photo;
    case 'brief':
      return words.brief;
    default:
      return undefined;
  }
}
