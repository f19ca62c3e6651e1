import { useRef, useState } from "react"
import { Refused } from "../api/request.ts"
import { Button } from "../parts/button.tsx"
import { Menu } from "../parts/menu.tsx"
import { Tag } from "../parts/tag.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import type { ArticleLanguage, ArticleText, OneArticle } from "./api.ts"
import { Blocks } from "./blocks.tsx"
import { Identifying } from "./identifying.tsx"
import { TextTools } from "./text-tools.tsx"
import { useArticleRefresh } from "./use-article-refresh.ts"
import { useInUse } from "./use-in-use.ts"
import { useReplacing } from "./use-replacing.ts"
import { useText } from "./use-text.ts"
import { latePart } from "../parts/late-part.tsx"

const Versions = latePart(async () => (await import("./versions.tsx")).Versions, { over: true })

const SHOWN = 600

/** Writes one language: title, text, a look as readers have it, and what stands in the way of publishing it. */
export function TextEditor({ article, language, first }: { article: OneArticle; language: ArticleLanguage; first: ArticleText | null }) {
  const { say } = useWords()
  const problem = useProblem()
  const draft = useText(article.id, language, first)
  const { replace, replaced } = useReplacing(article.id, language, draft)
  const inUse = useInUse(article, language)
  const refresh = useArticleRefresh(article.id)
  const box = useRef<HTMLTextAreaElement>(null)
  const [looking, setLooking] = useState(false)
  const [history, setHistory] = useState(false)
  const [wrong, setWrong] = useState<{ words: string; regardless: boolean } | null>(null)
  const { typed, kept, state } = draft
  const pieces = (kept?.identifying ?? []).filter(({ field, text }) => typed[field].includes(text))

  const publish = async (regardless: boolean): Promise<void> => {
    setWrong(null)
    try {
      const settled = await draft.settled()
      if (!settled) return setWrong({ words: say("articles.notKept"), regardless: false })
      draft.took(await inUse.publish(settled.revision, regardless))
      await refresh()
    } catch (error) {
      setWrong({ words: problem(error), regardless: error instanceof Refused && error.problem.key === "knowledge.identifying" })
    }
  }
  const takeTheirs = async (): Promise<void> => {
    const mine = draft.now()
    if (await draft.choose("theirs")) replaced(mine, say("articles.theirsTaken"))
  }
  const version = kept?.version ?? null
  const shown = kept?.state ?? "draft"
  const lineOf = (): string => {
    if (state === "clean") return ""
    if (state !== "news") return say(`articles.kept.${state}`)
    return kept?.writtenBy.name ? say("articles.kept.news", { name: kept.writtenBy.name }) : say("articles.kept.elsewhere")
  }
  return (
    <>
      <div className="text-head">
        <Tag tone={shown === "published" ? "good" : shown === "changed" ? "warm" : "calm"}>{say(`articles.state.${shown}`)}</Tag>
        <span className="draft-line" role="status">
          {lineOf()} {state === "here" && draft.refused ? problem(draft.refused) : ""}
        </span>
        <Button kind="quiet" pressed={looking} onPress={() => setLooking((now) => !now)}>
          {say("articles.preview")}
        </Button>
        <Menu
          label={say("articles.textActs")}
          acts={[
            { id: "history", words: say("articles.history"), icon: "clock", do: () => setHistory(true) },
            ...(kept?.url
              ? [
                  {
                    id: "page",
                    words: say("articles.seePage"),
                    icon: "link" as const,
                    do: () => void window.open(kept.url ?? "", "_blank", "noopener"),
                  },
                ]
              : []),
            ...(version === null
              ? []
              : [{ id: "withdraw", words: say("articles.withdraw"), icon: "undo" as const, do: () => void inUse.withdraw(version) }]),
          ]}
        />
        <Button kind="main" disabled={shown === "published"} onPress={() => void publish(false)}>
          {say(article.audience === "public" ? "articles.publish" : "articles.use")}
        </Button>
      </div>
      {state === "elsewhere" && (
        <div className="draft-elsewhere" role="alert">
          <p>{say("articles.elsewhere")}</p>
          {draft.theirs && (
            <q>
              {draft.theirs.title}
              {"\n"}
              {draft.theirs.body.slice(0, SHOWN)}
            </q>
          )}
          {draft.refused !== null && <Wrong>{problem(draft.refused)}</Wrong>}
          <Button onPress={() => void draft.choose("mine")}>{say("draft.mine")}</Button>
          <Button kind="quiet" onPress={() => void takeTheirs()}>
            {say("draft.theirs")}
          </Button>
        </div>
      )}
      {wrong && (
        <div className="text-wrong">
          <Wrong>{wrong.words}</Wrong>
          {wrong.regardless && <Button onPress={() => void publish(true)}>{say("articles.allTheSame")}</Button>}
        </div>
      )}
      <Identifying pieces={pieces} typed={typed} replace={replace} />
      {looking ? (
        <article className="text-look">
          <h2>{typed.title}</h2>
          <Blocks blocks={kept?.blocks ?? []} marked={pieces.map(({ text }) => text)} />
        </article>
      ) : (
        <>
          <input
            className="text-title"
            value={typed.title}
            aria-label={say("articles.textTitle")}
            placeholder={say("articles.textTitle")}
            maxLength={300}
            spellCheck
            onChange={({ target: { value } }) => draft.change({ title: value })}
          />
          <TextTools box={box} />
          <textarea
            ref={box}
            className="text-body"
            value={typed.body}
            aria-label={say("articles.textBody")}
            placeholder={say("articles.textPlaceholder")}
            spellCheck
            onChange={({ target: { value } }) => draft.change({ body: value })}
          />
        </>
      )}
      {history && (
        <Versions
          articleId={article.id}
          language={language}
          onClose={() => setHistory(false)}
          onTake={(taken) => replace(taken, say("articles.versionTaken"))}
        />
      )}
    </>
  )
}
