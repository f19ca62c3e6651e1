import { useInfiniteQuery } from "@tanstack/react-query"
import { useDeferredValue, useState } from "react"
import { countedTags, type CountedTag } from "../api/tags.ts"
import { Button } from "../parts/button.tsx"
import { Empty } from "../parts/empty.tsx"
import { Failed } from "../parts/failed.tsx"
import { Field } from "../parts/field.tsx"
import { ListLink } from "../parts/list-link.tsx"
import { Loading } from "../parts/loading.tsx"
import { useWords } from "../words/use-words.ts"
import { Page } from "./page.tsx"
import { TagDialog } from "./tag-dialog.tsx"
import { TagProgress } from "./tag-progress.tsx"
import { useRetag } from "./use-retag.ts"

/** The tags of cases and articles: what each is on, and one's way to put them in order. */
export function TagsPage() {
  const { say } = useWords()
  const [typed, setTyped] = useState("")
  const found = useInfiniteQuery(countedTags(useDeferredValue(typed.trim().toLowerCase())))
  const [renaming, setRenaming] = useState<CountedTag | null>(null)
  const { removing } = useRetag()
  const tags = found.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page title={say("settings.tags")} explain={say("tagging.explain")}>
      <TagProgress />
      <div className="page-find">
        <Field label={say("tagging.find")} name="q" value={typed} onChange={setTyped} autoComplete="off" />
      </div>
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} again={() => void found.refetch()} />
      ) : tags.length === 0 ? (
        <Empty title={say(typed ? "tagging.noneLike" : "tagging.none")} />
      ) : (
        <ul className="cards">
          {tags.map((tag) => (
            <li key={tag.name} className="card">
              <div className="card-words">
                <strong>{tag.name}</strong>
                <span>
                  <ListLink className="link" search={{ tag: tag.name }}>
                    {say("tagging.cases", { count: tag.cases })}
                  </ListLink>
                  {tag.articles > 0 && <> · {say("tagging.articles", { count: tag.articles })}</>}
                </span>
              </div>
              <div className="card-acts">
                <Button kind="quiet" onPress={() => setRenaming(tag)}>
                  {say("tagging.rename")}
                </Button>
                <Button kind="quiet" onPress={() => removing(tag)}>
                  {say("act.remove")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button pending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          {say("tagging.more")}
        </Button>
      )}
      {renaming && <TagDialog tag={renaming} onClose={() => setRenaming(null)} />}
    </Page>
  )
}
