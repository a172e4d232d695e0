/** One bar or matrix code found in a picture. */
export interface PictureCode {
  /** The symbology, such as QRCode or Code128. */
  format: string;
  text: string;
}

/**
 * Reads the codes in a picture. Takes the bytes of a PNG, JPEG, WebP or GIF; gives every code found, none being an answer.
 * Throws `picture-too-large` before unpacking anything over the limits, `picture-unreadable` for what is no such picture.
 */
export interface PictureReader {
  read(bytes: Uint8Array): Promise<PictureCode[]>;
}
