/**
 * How much each piece of evidence counts, as natural logarithms of likelihood ratios: they add up. Judged by hand on the pairs in
 * `pairs.fixture.ts`, bounded so that no kind of evidence that strangers share is enough by itself; docs/ties.md says the same in words.
 */
export const WEIGHTS = {
  /** Before anything is known: of four hundred candidates found by an index, about one is right. */
  prior: -6,
  /** A handle the customer gave, on the same network; vouched for by a person, or not. */
  handleVerified: 9,
  handle: 7.5,
  /** The same name on another network: people keep theirs, but so do others. */
  handleElsewhere: 3.5,
  /** An order or customer number of at least five characters, with digits. */
  reference: 8,
  /** “case 1042”: short numbers are written for many reasons. */
  caseNumber: 4,
  /** The customer's own telephone number or mail address, in the open. */
  address: 8,
  /** First and last name; one of them with an initial; both inside the handle; one alone. */
  nameWhole: 3.5,
  nameInitial: 2.2,
  nameInHandle: 2.6,
  nameOne: 1.2,
  /** The name stands in the words of the case, and isn't the customer's. */
  nameMentioned: 0.75,
  /** The same day is named on both sides. */
  date: 2,
  /** Said within a day, three, or ten of something in the case. */
  timeDay: 1.5,
  timeDays: 1,
  timeWeek: 0.4,
  /** A name of a place or thing, in capitals on both sides; together at most. */
  place: 1.2,
  placeMost: 2.4,
  country: 1.3,
  /** Words of labels and of what systems told; together at most. */
  productMost: 1.5,
  /** A word both say: (−ln of the share of texts that have it) × slope − floor; one at most, and all together at most. */
  wordSlope: 0.45,
  wordFloor: 1.1,
  wordMost: 1.6,
  wordsMost: 4,
  pictureMost: 1.5,
  /** Against. */
  otherHandle: -2.5,
  otherName: -2,
  otherCountry: -3,
  otherDate: -2,
  longAfter: -3,
} as const

/** From here on a person is asked: as likely as not. */
export const PROPOSE = 0
