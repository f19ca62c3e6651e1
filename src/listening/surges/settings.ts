const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY

/**
 * One frozen set for every series, in time and not in rows; docs/surges.md says why and how flat the choice is. A number is only
 * changed together with `npm run bench -- surge`.
 */
export const SURGE = {
  interval: 5 * MINUTE,
  /** What is short flares up in the first, what grows shows in the last. A longer mean is steadier, so it is worth a little more. */
  scales: [
    { length: 5 * MINUTE, worth: 1 },
    { length: 15 * MINUTE, worth: 1.0475 },
    { length: HOUR, worth: 1.1075 },
  ],
  /** How slowly a series forgets what was ordinary: four of each day of the week, so that weekly highs are known. */
  remembers: 28 * DAY,
  /** What only 1.5 in a hundred rows exceed: about the highest twenty minutes of a day. */
  seldom: 0.985,
  /** In logarithms, 10 %: a series that hardly moves isn't surging when it moves a little. */
  floor: 0.1,
  /** Fewer posts than this above the usual are never a surge, whatever their share. */
  leastMore: 3,
  /** Times the way from the usual to what is seldom exceeded. */
  threshold: 1.475,
  /**
   * After a call only twice its strength is news, and a fifth more than what it grows to within an hour; this fades, to a third within 18 hours,
   * to nothing in two days.
   */
  again: { times: 2, growsFor: HOUR, grown: 1.2, fades: 18 * HOUR },
  /** Who often surges must surge a little higher: this share of each call's excess is added to the threshold, and fades. */
  wariness: { share: 0.3, fades: 28 * DAY },
  /**
   * The hour of the day and of the week, where it tells something. A height above it counts for less than one above all that is ordinary: the
   * same counts are looked at a second time.
   */
  season: {
    worth: 0.7,
    /** Known for so long before it foretells and heights above it are learnt, and before one is called. */
    triedAfter: 4 * DAY,
    calledAfter: 2 * WEEK,
    /** An hour of the day, and one of the week. */
    remembers: { days: 28 * DAY, weeks: 8 * WEEK },
    /** What is believed before anything is known: no season, one of the day, one of the week. */
    prior: [0.98, 0.01, 0.01],
    /** Hours resemble their neighbours: each counts as a fifth of a proof. */
    proof: 0.2,
    /** Of this share of belief each hour begins anew, so that a rhythm that shifts isn't believed for long. */
    share: 1 / 336,
    /** In logarithms: no prediction is taken to be better than this. */
    floor: 0.05,
  },
  /** Nothing is said before a day, or thirty rows, have been read. */
  learns: { time: DAY, rows: 30 },
} as const
