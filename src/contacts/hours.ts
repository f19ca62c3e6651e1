/** A span of the day on some weekdays (ISO: 1 is Monday). `to` at or before `from` means the next day; "24:00" is the day's end. */
export interface Hours {
  days: number[]
  from: string
  to: string
}

/** How somebody wishes to be reached. No channel, no hours, no zone: nothing was said about it. */
export interface Wishes {
  /** In order of preference. */
  channels: string[]
  hours: Hours[]
  /** IANA name, or null: the desk's own. */
  timeZone: string | null
}

/** Minutes after midnight of "HH:MM", up to 24:00; null when it isn't an hour. */
export function minutesOf(hour: string): number | null {
  const found = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(hour)
  if (!found) return null
  const minutes = Number(found[1]) * 60 + Number(found[2])
  return minutes <= 1440 ? minutes : null
}
