/** Enough to tell one's own telephone from one's own computer. */
export function browserOf(userAgent: string): string {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\/(\d+)/.exec(userAgent)
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)
  return [browser?.[1]?.replace("Edg", "Edge").replace("OPR", "Opera"), system?.[1]].filter(Boolean).join(" · ")
}
