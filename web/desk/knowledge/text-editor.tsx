import { useRef, useState } from "react"
import { post, Refused } from "../api/request.ts"
import { Button } from "../parts/button.tsx"
import { Menu } from "../parts/menu.tsx"
import { Tag } from "../parts/tag.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import type { ArticleLanguage, ArticleText, OneArticle } from "./api.ts"
import { Blocks } from "./blocks.tsx"
import { Identifying } from "./identifying.tsx"
import type { Typed } from "./kept-here.ts"
import { TextTools } from "./text-tools.tsx"
import { useArticleRefresh } from "./use-article-refresh.ts"
import { useText } from "./use-text.ts"
import { latePart } from "../parts/late-part.tsx"

const Versions = latePart(async () => (await import("./versions.tsx")).Versions, { over: true })

const SHOWN = 600

/** Writes one language: title, text, a look as readers have it, and what stands in the way of publishing it. */
export function TextEditor({ article, language, first }: { article: OneArticle; language: ArticleLanguage; first: ArticleText | null }) {
  const { say } = useWords()
  const problem = useProblem()
  const draft = useText(article.id, language, first)
  const refresh = useArticleRefresh(article.id)
  const box = useRef<HTMLTextAreaElement>(null)
  const [looking, setLooking] = useState(false)
  const [history, setHistory] = useState(false)
  const [wrong, setWrong] = useState<{ words: string; regardless: boolean } | null>(null)
  const { typed, kept, state } = draft
  const pieces = (kept?.identifying ?? []).filter(({ field, text }) => typed[field].includes(text))
  const address = `/api/articles/${article.id}/texts/${language}`

  const publish = async (regardless: boolean): Promise<void> => {
    setWrong(null)
    const place = keepPlace()
    try {
      const settled = await draft.settled()
      if (!settled) return setWrong({ words: say("articles.notKept"), regardless: false })
      draft.took(await post<ArticleText>(`${address}/publish`, { revision: settled.revision, regardless }))
      const said = say(article.audience === "public" ? "articles.publishedToAll" : "articles.publishedHere")
      tell(said, { act: { words: say("act.undo"), do: withdraw } }, place)
      await refresh()
    } catch (error) {
      setWrong({ words: problem(error), regardless: error instanceof Refused && error.problem.key === "knowledge.identifying" })
    } finally {
      place.leave()
    }
  }
  const withdraw = async (): Promise<void> => {
    await post(`${address}/withdraw`).then(
      () => tell(say("articles.withdrawn")),
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
    await refresh()
  }
  const takeVersion = (version: Typed): void => {
    draft.change(version)
    tell(say("articles.versionTaken"), { act: { words: say("act.undo"), do: () => draft.change(typed) } })
  }
  const shown = kept?.state ?? "draft"
  return (
    <>
      <div className="text-head">
        <Tag tone={shown === "published" ? "good" : shown === "changed" ? "warm" : "calm"}>{say(`articles.state.${shown}`)}</Tag>
        <span className="draft-line" role="status">
          {state === "clean" ? "" : say(`articles.kept.${state}`)} {state === "here" && draft.refused ? problem(draft.refused) : ""}
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
            ...(kept?.publishedAt
              ? [{ id: "withdraw", words: say("articles.withdraw"), icon: "undo" as const, do: () => void withdraw() }]
              : []),
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
          <Button onPress={() => void draft.choose("mine")}>{say("draft.mine")}</Button>
          <Button kind="quiet" onPress={() => void draft.choose("theirs")}>
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
      <Identifying pieces={pieces} typed={typed} change={draft.change} />
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
      {history && <Versions articleId={article.id} language={language} onClose={() => setHistory(false)} onTake={takeVersion} />}
    </>
  )
}
