import { isTest, type Source } from "./source.ts"

const KB = 1000

/** No file over 12 kB without a reason at its top. */
export function giants(sources: readonly Source[]): string[] {
  return sources.filter((source) => Buffer.byteLength(source.text) > 12 * KB && !saysWhy(source)).map(tooLarge)
}

/** Most files under 2 kB, nine in ten under 6 kB (STYLE.md). Tests are not counted. */
export function crowd(sources: readonly Source[], what: string): string[] {
  const sizes = sources
    .filter(({ path }) => !isTest(path))
    .map(({ path, text }) => ({ path, size: Buffer.byteLength(text) }))
    .sort((a, b) => a.size - b.size)
  const wrong: string[] = []
  const median = sizes[Math.floor(sizes.length / 2)]?.size ?? 0
  const ninth = sizes[Math.floor(sizes.length * 0.9)]
  if (median > 2 * KB) wrong.push(`${what}: the median file has ${kb(median)} kB; it should be under 2 kB`)
  if (ninth && ninth.size > 6 * KB) {
    const over = sizes.filter(({ size }) => size > 6 * KB).map(({ path, size }) => `${path} (${kb(size)})`)
    wrong.push(`${what}: more than one file in ten is over 6 kB: ${over.join(", ")}`)
  }
  return wrong
}

/** A reason is a comment on the first line that gives one: `// One table, because …`. */
const saysWhy = ({ text }: Source): boolean => /^(\/\/|\/\*)[^\n]*\bbecause\b/.test(text)

const tooLarge = ({ path, text }: Source): string =>
  `${path} has ${kb(Buffer.byteLength(text))} kB; over 12 kB its first line says why (\`// … because …\`), or it is split`

const kb = (bytes: number): string => (bytes / KB).toFixed(1)
