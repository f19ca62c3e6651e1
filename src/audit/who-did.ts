import type { Reader, SealedFact } from "#platform"
import { auditPage } from "./audit-page.ts"

/** So many of the last facts of a kind are looked through. */
const LOOK = 10

/**
 * Who did one of these kinds of things to something last, by its id (`agent:ID`); null: nobody lately. `fits` looks at what a fact
 * says more.
 */
export async function whoDid(
  reader: Reader,
  id: string,
  kinds: readonly string[],
  fits: (data: NonNullable<SealedFact["data"]>) => boolean = () => true,
): Promise<string | null> {
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const facts = await auditPage(reader, { limit: LOOK, kind, names: id })
      return facts.find(({ data }) => fits(data ?? {})) ?? null
    }),
  )
  const [last] = found.filter((fact) => fact !== null).toSorted((a, b) => b.seq - a.seq)
  return last?.actor ?? null
}
