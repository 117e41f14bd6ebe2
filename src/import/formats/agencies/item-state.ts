import type { FieldCollector } from '../../document/field-collector.ts';

/** What an agency says about the use of an item. */
export interface ItemState {
  /** `usable`, `withheld`, `canceled`, …: https://cv.iptc.org/newscodes/pubstatusg2/ */
  readonly status: string | undefined;
  /** When an embargo ends. Empty if it has no end. */
  readonly embargo: string | undefined;
}

/**
 * Makes a draft of an item that must not be published: an embargo that has not ended, or a status
 * other than `usable`. Somebody has to remove `draft: true` then.
 * @param now in milliseconds since 1970
 */
export function addState(
  { status, embargo }: ItemState,
  collected: FieldCollector,
  now = Date.now(),
): void {
  const end = embargo === undefined || embargo === '' ? Number.NaN : Date.parse(embargo);
  if (status !== undefined && status !== 'usable') {
    const note = `The agency says that this item is "${status}". It is a draft.`;
    collected.draft('status', status, note);
    if (embargo !== undefined) collected.other('embargo', embargo);
  } else if (embargo !== undefined && !(end <= now)) {
    const until = embargo === '' ? 'without an end' : `until ${embargo}`;
    collected.draft('embargo', embargo, `The item is under embargo ${until}. It is a draft.`);
  } else if (embargo !== undefined) collected.other('embargo', embargo);
}
