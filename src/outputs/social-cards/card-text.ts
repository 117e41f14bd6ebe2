import type { Publication } from '../../publication.ts';
import { missingCharacters } from './card-fonts.ts';

/** The name on cards. Its host stands in for a name that no font has. */
export async function nameOnCards({ name, url }: Publication): Promise<string> {
  return url === undefined || (await canDraw(name)) ? name : new URL(url).hostname;
}

/** The headline on the card of an article. `undefined` if no font has it: the card is the publication's. */
export async function headlineOnCard(headline: string): Promise<string | undefined> {
  return (await canDraw(headline)) ? headline : undefined;
}

/** The largest text on the card of an article. */
export async function textOfCard(publication: Publication, headline: string): Promise<string> {
  return (await headlineOnCard(headline)) ?? nameOnCards(publication);
}

async function canDraw(text: string): Promise<boolean> {
  return (await missingCharacters(text)).length === 0;
}
