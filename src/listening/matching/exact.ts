/** A text as exact writing is compared: composed (NFC), one kind of apostrophe, one kind of space. As long as the composed text. */
export const exactly = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[‘’ʼ＇]/g, "'")
    .replace(/\s/g, " ")
