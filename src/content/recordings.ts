import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { lineAt } from '../article/line-at.ts';
import { convert, recordingFormat } from '../article/recording.ts';
import type { Fault, Problem } from '../article/problem.ts';
import { stampOf } from '../cache/file-stamp.ts';
import type { FileLink } from '../markdown/links.ts';
import type { BodyRecording } from '../markdown/recordings.ts';
import { decodeText } from './decode-text.ts';
import { fileOf } from './linked-files.ts';
import { findPicture } from './pictures/find-picture.ts';

/** The files of the same name beside a recording. Relative to the article's file. */
export interface Companions {
  /** WebVTT (https://www.w3.org/TR/webvtt1/): `./interview.vtt`. */
  readonly captions?: string;
  /** Plain text: `./interview.txt`. */
  readonly transcript?: string;
}

/** Finds the captions of a video, and the transcript of a recording. */
export function companionsOf(article: string, { file }: Pick<BodyRecording, 'file'>): Companions {
  const captions = file.replace(/[^.]*$/, 'vtt');
  const transcript = file.replace(/[^.]*$/, 'txt');
  const exists = (path: string): boolean => findPicture(article, path, 'file').ok;
  return {
    ...(recordingFormat(file)?.player === 'video' && exists(captions) && { captions }),
    ...(exists(transcript) && { transcript }),
  };
}

/** Returns the companions of recordings as files to publish. */
export function companionFiles(article: string, recordings: readonly BodyRecording[]): FileLink[] {
  return recordings.flatMap((recording) =>
    Object.values(companionsOf(article, recording)).map((path: string) => {
      return { path, line: recording.line };
    }),
  );
}

/** Changes with the files of a recording. */
export function stampsOfRecording(article: string, recording: BodyRecording): string[] {
  const { captions = '', transcript = '' } = companionsOf(article, recording);
  return [recording.file, captions, transcript].map((path) =>
    path === '' ? '' : (stampOf(fileOf(article, path)) ?? ''),
  );
}

/** Finds recordings, captions and transcripts that are not in the formats of their names. */
export function checkRecordings(article: string, recordings: readonly BodyRecording[]): Problem[] {
  return recordings.flatMap((recording) => {
    const { captions, transcript } = companionsOf(article, recording);
    const faults = [
      checkFormat(fileOf(article, recording.file)),
      captions === undefined ? undefined : checkCaptions(fileOf(article, captions)),
    ].filter((fault) => fault !== undefined);
    const text = transcript === undefined ? undefined : fileOf(article, transcript);
    const decoded = text === undefined ? undefined : decodeText(readFileSync(text));
    return [
      ...faults.map((fault) => ({ file: article, line: recording.line, ...fault })),
      ...(text !== undefined && decoded?.ok === false ? [{ file: text, ...decoded.fault }] : []),
      ...(text !== undefined && decoded?.ok === true ? checkComments(text, decoded.value) : []),
    ];
  });
}

/** Returns warnings about recordings that some people cannot hear or see. */
export function recordingWarnings(
  article: string,
  recordings: readonly BodyRecording[],
): Problem[] {
  return recordings.flatMap((recording) => {
    const { captions, transcript } = companionsOf(article, recording);
    const { file, line } = recording;
    const name = file.slice('./'.length);
    if (recordingFormat(file)?.player === 'video') {
      if (captions !== undefined) return [];
      const right = `Put them beside it, in the format WebVTT: ${name.replace(/[^.]*$/, 'vtt')}`;
      return [{ file: article, line, wrong: `The video ${name} has no captions.`, right }];
    }
    if (transcript !== undefined) return [];
    const right = `Put it beside it, as plain text: ${name.replace(/[^.]*$/, 'txt')}`;
    return [{ file: article, line, wrong: `The recording ${name} has no transcript.`, right }];
  });
}

/** Returns the paragraphs of a transcript. @param file relative to the project */
export function readTranscript(file: string): string[] {
  const decoded = decodeText(readFileSync(file));
  const text = (decoded.ok ? decoded.value : '').replaceAll(/\r\n?/g, '\n');
  return text.split(/\n[\t ]*\n\s*/).filter((paragraph) => paragraph.trim() !== '');
}

function checkFormat(file: string): Pick<Fault, 'wrong' | 'right'> | undefined {
  const start = startOf(file);
  // A missing file is a problem of the link to it.
  if (start === undefined || recordingFormat(file)?.start.test(start) === true) return undefined;
  const extension = /[^.]*$/.exec(file)?.[0].toLowerCase() ?? '';
  return {
    wrong: `The file ${file} is not ${extension.toUpperCase()}, despite its name.`,
    right: `Give it the name of its format. ${convert(`original.${extension === 'mp3' ? 'wav' : 'mov'}`, extension)}`,
  };
}

function checkCaptions(file: string): Pick<Fault, 'wrong' | 'right'> | undefined {
  if (/^(?:\xEF\xBB\xBF)?WEBVTT(?:[\t\n\r ]|$)/.test(startOf(file) ?? '')) return undefined;
  return {
    wrong: `The captions ${file} do not begin with WEBVTT.`,
    right: 'Save them in the format WebVTT. The first line is: WEBVTT',
  };
}

/** A transcript is plain text, and published as it is. */
function checkComments(file: string, text: string): Problem[] {
  const start = text.indexOf('<!--');
  if (start === -1) return [];
  const wrong = 'The transcript contains <!--, so readers would see the comment.';
  return [{ file, line: lineAt(text, start), wrong, right: 'Remove the comment.' }];
}

/** Returns the first bytes of a file as Latin-1; `undefined` if it cannot be read. */
function startOf(file: string): string | undefined {
  try {
    const handle = openSync(file, 'r');
    const start = Buffer.alloc(128);
    const length = readSync(handle, start, 0, start.length, 0);
    closeSync(handle);
    return start.toString('latin1', 0, length);
  } catch {
    return undefined;
  }
}
