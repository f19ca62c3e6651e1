import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import type { ListSearch } from "../api/cases.ts"
import { savedViewsQuery } from "../api/views.ts"
import { Button } from "../parts/button.tsx"
import { Menu } from "../parts/menu.tsx"
import { useWords } from "../words/use-words.ts"
import { SORTS } from "./sorts.ts"

/** In which order; the button says the one of now. */
export function SortChoice({ search }: { search: ListSearch }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const saved = useQuery(savedViewsQuery).data?.find(({ id }) => id === search.view)
  const own = saved?.sort ?? (search.view === "waiting" ? "waiting" : search.view === "promises" ? "deadline" : "newest")
  const now = search.sort ?? own
  return (
    <Menu
      label={say("list.sort")}
      button={
        <Button kind="quiet" icon="sort" className="sort">
          {say(`sort.${now}`)}
        </Button>
      }
      acts={() =>
        SORTS.map((sort) => ({
          id: sort,
          words: say(`sort.${sort}`),
          detail: say(`sort.${sort}.why`),
          current: sort === now,
          do: () => void navigate({ to: ".", search: { ...search, sort: sort === own ? undefined : sort } }),
        }))
      }
    />
  )
}
