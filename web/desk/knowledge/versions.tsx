import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { Id } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Dialog } from "../parts/dialog.tsx"
import { Empty } from "../parts/empty.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { Tag } from "../parts/tag.tsx"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"
import { type ArticleLanguage, versionsQuery } from "./api.ts"
import { Blocks } from "./blocks.tsx"
import type { Typed } from "./kept-here.ts"

interface Props {
  articleId: Id
  language: ArticleLanguage
  onClose: () => void
  /** Writes the words of a version into the draft. */
  onTake: (typed: Typed) => void
}

/** Every version that was published, to read and to take up again. */
export function Versions({ articleId, language, onClose, onTake }: Props) {
  const { say } = useWords()
  const found = useQuery(versionsQuery(articleId, language))
  const [chosen, setChosen] = useState<number | null>(null)
  const one = found.data?.find(({ number }) => number === chosen) ?? found.data?.[0]
  return (
    <Dialog title={say("articles.history")} onClose={onClose} wide>
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} again={() => void found.refetch()} />
      ) : !one ? (
        <Empty title={say("articles.noHistory")} />
      ) : (
        <div className="versions">
          <ul>
            {found.data.map(({ number, at, by, inUse }) => (
              <li key={number}>
                <button type="button" className="version" aria-pressed={number === one.number} onClick={() => setChosen(number)}>
                  <span>{say("articles.version", { number })}</span>
                  {inUse && <Tag tone="good">{say("articles.inUse")}</Tag>}
                  <small>
                    {by.name} · <Time at={at} />
                  </small>
                </button>
              </li>
            ))}
          </ul>
          <article>
            <h3>{one.title}</h3>
            <Blocks blocks={one.blocks} />
            <Button
              icon="undo"
              onPress={() => {
                onTake({ title: one.title, body: one.body })
                onClose()
              }}
            >
              {say("articles.takeVersion")}
            </Button>
          </article>
        </div>
      )}
    </Dialog>
  )
}
