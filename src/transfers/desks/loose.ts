/** Looks into JSON from elsewhere, where anything may be missing or of another type. */
export type Loose = Record<string, unknown>

export const text = (value: unknown): string => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "")
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export function part(value: unknown): Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}
}

/** A moment as ISO text, or in seconds since 1970. */
export function moment(value: unknown): Date | null {
  const at =
    typeof value === "number"
      ? new Date(value * 1000)
      : /^\d{9,11}$/.test(text(value))
        ? new Date(Number(value) * 1000)
        : new Date(text(value))
  return Number.isNaN(at.getTime()) ? null : at
}
