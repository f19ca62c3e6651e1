/** "4 h", "4 h 30", "45 min": working minutes as people say them. */
export function sayWorking(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`
}

/** Reads "4", "4h30", "4:30", "1.5", "1,5 h" and "45 min" as working minutes; null: nothing is written; NaN: it can't be read. */
export function readWorking(text: string): number | null {
  const written = text.trim().toLowerCase()
  if (written === "") return null
  const minutes = /^(\d+)\s*(?:min|mn|m|minutes?)$/.exec(written)
  if (minutes) return Number(minutes[1])
  const parts = /^(\d+)\s*(?:h|hours?|heures?|:)\s*(?:(\d{1,2})\s*(?:min|mn|m)?)?$/.exec(written)
  if (parts) return Number(parts[1]) * 60 + Number(parts[2] ?? 0)
  const decimal = /^(\d+(?:[.,]\d+)?)\s*(?:h|hours?|heures?)?$/.exec(written)
  return decimal ? Math.round(Number(decimal[1]!.replace(",", ".")) * 60) : NaN
}
