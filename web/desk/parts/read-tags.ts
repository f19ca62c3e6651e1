/** What tags are written as, parted by commas. */
export const readTags = (typed: string): string[] =>
  typed
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean)
