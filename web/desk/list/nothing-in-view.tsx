import { Link } from "@tanstack/react-router"
import { isDeskKey } from "#words/desk"
import type { ListSearch } from "../api/cases.ts"
import { Empty } from "../parts/empty.tsx"
import { useWords } from "../words/use-words.ts"

export function NothingInView({ search }: { search: ListSearch }) {
  const { say } = useWords()
  const key = `empty.${search.view ?? "other"}`
  return (
    <Empty title={say(isDeskKey(key) ? key : "empty.other")}>
      {search.view === "mine" && (
        <Link className="link" to="/cases" search={{ view: "unassigned" }}>
          {say("empty.lookUnassigned")}
        </Link>
      )}
    </Empty>
  )
}
