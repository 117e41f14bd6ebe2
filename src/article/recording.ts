/** A kind of sound or video file that every browser plays. */
export interface RecordingFormat {
  readonly player: 'audio' | 'video';
  /** The media type. */
  readonly type: string;
  /** Whether a file has this format, by its first bytes, as Latin-1. */
  readonly start: RegExp;
}

const MP4 = /^.{4}ftyp(?!qt)/s;
const OGG = /^OggS/;

/** By file extension. */
const FORMATS: Readonly<Record<string, RecordingFormat>> = {
  // A tag, or the sync word of a frame in layer 1 to 3.
  mp3: { player: 'audio', type: 'audio/mpeg', start: /^(?:ID3|\xFF[\xE2-\xE7\xF2-\xF7\xFA-\xFF])/ },
  m4a: { player: 'audio', type: 'audio/mp4', start: MP4 },
  ogg: { player: 'audio', type: 'audio/ogg', start: OGG },
  opus: { player: 'audio', type: 'audio/ogg', start: OGG },
  wav: { player: 'audio', type: 'audio/wav', start: /^RIFF.{4}WAVE/s },
  mp4: { player: 'video', type: 'video/mp4', start: MP4 },
  // The document type follows the header of EBML. Matroska has another.
  webm: { player: 'video', type: 'video/webm', start: /^\x1A\x45\xDF\xA3.{0,60}webm/s },
};

/** Returns the format that a file name stands for; `undefined` if it is not a recording. */
export function recordingFormat(path: string): RecordingFormat | undefined {
  const extension = /\.(?<extension>[a-z\d]+)$/i.exec(path)?.groups?.extension?.toLowerCase() ?? '';
  return Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
}

/** Says how to convert a recording of a format that not every browser plays. */
export function conversionAdvice(path: string): string | undefined {
  if (/\.(?:3gp|avi|flv|m4v|mkv|mov|mpe?g|mts|ogv|wmv)$/i.test(path)) return convert(path, 'mp4');
  if (/\.(?:aac|ai[fc]+|amr|caf|flac|mka|oga|wma)$/i.test(path)) return convert(path, 'mp3');
  return undefined;
}

/** Says how to convert a recording. */
export function convert(path: string, extension: string): string {
  const target = path.replace(/[^.]*$/, extension);
  return `Convert it to ${extension.toUpperCase()}, for instance with: ffmpeg -i "${path}" "${target}"`;
}
