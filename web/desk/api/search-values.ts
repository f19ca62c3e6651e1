/** A value of an address, when it says something. */
export const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined)

export function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}
