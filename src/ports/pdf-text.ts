/** Reads the text in a PDF. null: it cannot be read (damaged, encrypted, too large), or holds none. */
export interface PdfText {
  read(bytes: Uint8Array): Promise<string | null>;
}
