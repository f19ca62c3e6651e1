/** Monday to Sunday, short. */
export function weekdays(language: "en" | "fr"): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" })
  return [5, 6, 7, 8, 9, 10, 11].map((day) => format.format(Date.UTC(2026, 0, day)))
}

/** Monday to Sunday, whole. */
export function weekdayNames(language: "en" | "fr"): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" })
  return [5, 6, 7, 8, 9, 10, 11].map((day) => format.format(Date.UTC(2026, 0, day)))
}
