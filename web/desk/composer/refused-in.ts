/** What the server found wrong with a list of addresses; undefined: nothing. */
export function refusedIn(problems: Readonly<Record<string, string>>, field: "to" | "cc"): string | undefined {
  const found = Object.entries(problems).flatMap(([path, problem]) => (path === field || path.startsWith(`${field}.`) ? [problem] : []))
  return found.length > 0 ? [...new Set(found)].join(" ") : undefined
}
