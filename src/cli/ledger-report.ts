import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { OMIT_REASONS, type OmitReason } from '../import/document/fate.ts';
import type { LedgerEntry } from '../import/document/ledger.ts';
import { count } from './count.ts';

/** Counts what became of all parts of all documents, and writes them to the file of `--report`. */
export class LedgerReport {
  readonly #file: string | undefined;
  #descriptor: number | undefined;
  #documents = 0;
  #kept = 0;
  #moved = 0;
  readonly #omitted = new Map<OmitReason, number>();

  /** @param file absolute; written as a whole at the end */
  constructor(file: string | undefined) {
    this.#file = file;
  }

  add(document: string, ledger: readonly LedgerEntry[]): void {
    if (ledger.length === 0) return;
    this.#documents++;
    for (const { fate } of ledger) {
      if (fate === 'kept') this.#kept++;
      else if ('moved' in fate) this.#moved++;
      else this.#omitted.set(fate.omitted, (this.#omitted.get(fate.omitted) ?? 0) + 1);
    }
    if (this.#file === undefined) return;
    this.#descriptor ??= openSync(`${this.#file}.tmp`, 'w');
    const separator = this.#documents === 1 ? '{"documents":[' : ',';
    writeSync(this.#descriptor, `${separator}\n${JSON.stringify({ document, ledger })}`);
  }

  /** Completes the file. */
  end(): void {
    if (this.#file === undefined) return;
    this.#descriptor ??= openSync(`${this.#file}.tmp`, 'w');
    writeSync(this.#descriptor, this.#documents === 0 ? '{"documents":[]}\n' : '\n]}\n');
    closeSync(this.#descriptor);
    renameSync(`${this.#file}.tmp`, this.#file);
  }

  /** The lines below the number of articles. Empty if there were only plain texts. */
  summary(): string {
    if (this.#documents === 0) return '';
    const reasons = [...this.#omitted].map(([reason, n]) => `${n} ${OMIT_REASONS[reason].words}`);
    const where = this.#file ?? 'use --report FILE to list every part';
    return [
      `Kept     ${count(this.#kept, 'part')} of ${count(this.#documents, 'document')}`,
      `Moved    ${this.#moved} to front matter`,
      `Omitted  ${reasons.length === 0 ? 'nothing' : reasons.join(', ')}`,
      `Report   ${where}\n`,
    ].join('\n');
  }
}
