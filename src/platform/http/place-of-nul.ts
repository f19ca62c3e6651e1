/** The path of a text with a NUL in it, which PostgreSQL can't keep; null when there is none. */
export function placeOfNul(data: unknown): string | null {
  const left: { path: string; value: unknown }[] = [{ path: "", value: data }]
  for (let one = left.pop(); one; one = left.pop()) {
    const { path, value } = one
    if (typeof value === "string" && value.includes("\0")) return path
    if (typeof value !== "object" || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      if (key.includes("\0")) return path
      left.push({ path: path ? `${path}.${key}` : key, value: inner })
    }
  }
  return null
}
