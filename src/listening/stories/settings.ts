const HOUR = 3_600_000
const DAY = 24 * HOUR

/** One frozen set for everybody; docs/stories.md says why. A number is only changed together with `npm run bench -- stories`. */
export const STORIES = {
  /** So many stories are live at once. When there is no room, the one that was silent longest goes, those of a single item first. */
  live: 1 << 15,
  /** A story that was silent for longer takes nothing by its words; by an address, a repost or a copy it does while it is live. */
  silence: 7 * DAY,
  /** So many texts, of all live stories together, are kept as sketches to know copies by. */
  texts: 1 << 15,
  /** A sketch is the so many smallest of a text's shingles, three words each. */
  sketch: 64,
  shingle: 3,
  /** So many words of an item are read, title included. */
  words: 400,
  /** So many terms, the most telling, are kept of an item and of a story. */
  terms: 24,
  /** By so many of its terms an item looks for its story, each of which knows so many stories that had it last. */
  asks: 10,
  ring: 16,
  /** So many stories that share most are looked at closely. */
  candidates: 8,
  /** A copy shares this much of all that both say, or of the shorter of the two. */
  copy: { alike: 0.6, within: 0.8, least: 6, bits: 24 },
  /**
   * To belong by its words: what item and story share must tell so many bits more than the best of all live stories would by chance, more for
   * each day of silence; a story of many items is likelier from the start (of so many at most); and the two must not be all too different
   * besides (cosine).
   */
  join: { bits: 4, eachDay: 1, alike: 0.1, many: 256, among: 1024 },
  /** Two stories are one when an item fits both and what they share tells so many bits more than chance, and they are this alike. */
  merge: { bits: 4, alike: 0.2 },
  /** A story's term counts whole from this share of its length on; those that one of its many items brought count less. */
  settled: 0.2,
  /** A name, a number, a hashtag tells more than another word. */
  nameWorth: 1.6,
  titleWorth: 1.3,
  /** A term in more than one of eight items (three bits) tells nothing. */
  telling: 3,
  /** What a story is about follows its last so many items. */
  memory: 20,
} as const
