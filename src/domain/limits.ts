/** Every limit on what comes from outside stands here, so that it can be seen and argued about in one place. */
export const LIMITS = {
  /** Characters of text `identify` reads; a card holder carries far less. */
  identifyChars: 20_000,
  /** Bytes of a situation file. */
  situationBytes: 262_144,
  /** Bytes of a picture; phone photos are 2 to 12 MB. */
  pictureBytes: 25_000_000,
  /** Pixels of a picture once unpacked (a 50-megapixel phone photo fits); stops decompression bombs. */
  picturePixels: 60_000_000,
  /** Bytes of an HTTP request body. */
  httpBodyBytes: 1_048_576,
  /** Bytes of one file kept with a case: a long PDF or a screen recording of a chat is larger and belongs elsewhere. */
  attachmentBytes: 50_000_000,
  /** Bytes of a transcript whose text is read, characters and pages of it that are kept as text. */
  transcriptBytes: 20_000_000,
  transcriptChars: 2_000_000,
  transcriptPages: 500,
  /** Bytes of an export that is read back. */
  importBytes: 1_000_000_000,
  /** Bytes of one line of an export: an attachment in base64. */
  importLineBytes: 70_000_000,
  /** Bytes of one catalog file. */
  catalogFileBytes: 1_048_576,
  /** Characters of a sender's name, a subject and a text that goes out by mail. */
  mailNameChars: 200,
  mailSubjectChars: 250,
  mailBodyChars: 50_000,
  /** Bytes of one answer of a mail server; RFC 5321 4.5.3.1.5 allows 512 a line. */
  smtpAnswerBytes: 65_536,
  /** Characters of a carrier's answer that are read; the longest real ones, terms and all, stay under half of it. */
  answerChars: 50_000,
  /** Bytes of a mail or mailbox that `confirm` opens, and mails in a mailbox. */
  mailBytes: 25_000_000,
  mailboxBytes: 200_000_000,
  mailboxMails: 10_000,
  /** Bytes and fields of a mail's header; real ones stay under 64 KiB. */
  mailHeaderBytes: 262_144,
  mailHeaderFields: 1_000,
  /** Bytes of a mail that are parsed to be shown and read; signatures are checked over all of it. */
  mailShownBytes: 1_000_000,
  /** Bytes of one line of a mail; RFC 5322 2.1.1 allows 998. */
  mailLineBytes: 262_144,
  /** Boundary lines of a mail's parts within them, and how deep the parts may nest. */
  mailParts: 2_000,
  mailDepth: 20,
  /** DKIM signatures of one mail that are verified. */
  mailSignatures: 10,
  /** Bytes of a file with recorded DNS answers; names in it. */
  dnsFileBytes: 1_048_576,
  /** Milliseconds one DNS question may take. */
  dnsMs: 5_000,
  /** Bytes and pages of a PDF whose text is read. */
  pdfBytes: 25_000_000,
  pdfPages: 60,
  /** Bytes of a file with certificates. */
  certificateBytes: 1_048_576,
  /** Milliseconds until a mail server has to be connected to, and until it has to be ready for the text. */
  smtpConnectMs: 20_000,
  smtpReadyMs: 60_000,
  /** Milliseconds to wait for its answer to the text: RFC 5321 4.5.3.2.6 asks for ten minutes, since giving up early makes doubles. */
  smtpAnswerMs: 600_000,
  /** Secrets typed on a carrier's pages that are remembered (as hashes) to be blanked. */
  onlineSecrets: 50,
  /** Frames of a page that are read, milliseconds one may take, and pixels of height of its picture. */
  onlineFrames: 20,
  onlineReadMs: 15_000,
  onlinePicturePixels: 12_000,
  /** States of one run that are kept as evidence. */
  onlineStates: 120,
} as const;
