/** The origins of all addresses in settings or secrets: hosts that would be shown what is sealed. */
export function originsIn(given: unknown): string[] {
  const values: unknown[] = typeof given === "object" && given !== null ? Object.values(given) : []
  return values.flatMap((value) =>
    typeof value === "string" && /^https?:/i.test(value) && URL.canParse(value) ? new URL(value).origin : [],
  )
}
