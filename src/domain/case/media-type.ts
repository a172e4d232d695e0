const BY_ENDING: Readonly<Record<string, string>> = {
  eml: 'message/rfc822',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  csv: 'text/csv',
  json: 'application/json',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  mp4: 'video/mp4',
};

/** The media type (RFC 2046) a file name suggests; `application/octet-stream` where it suggests none. */
export function mediaTypeOf(name: string): string {
  return BY_ENDING[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}
