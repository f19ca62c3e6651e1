import { RowsToCome } from "../list/rows-to-come.tsx"
import { latePart } from "../parts/late-part.tsx"

/** What was found: fetched when somebody begins to search. */
export const SearchResults = latePart(async () => (await import("./search-results.tsx")).SearchResults, { wait: <RowsToCome /> })
