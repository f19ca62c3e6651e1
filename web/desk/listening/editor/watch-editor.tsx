import { useQuery, useQueryClient } from "@tanstack/react-query"
import { Link, useNavigate, useParams } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import { patch, post } from "../../api/request.ts"
import { Button } from "../../parts/button.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { Wrong } from "../../parts/wrong.tsx"
import { useCommands } from "../../shell/keys.ts"
import { useMayAct, useMe } from "../../shell/me.ts"
import { tell } from "../../shell/notices.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { type QueryProblem, type Watch, watchQuery } from "../api.ts"
import { Page } from "../page.tsx"
import { Begin } from "./begin.tsx"
import { Found } from "./found.tsx"
import { keepTyped, type Typed, typedHere } from "./kept-here.ts"
import { QueryField } from "./query-field.tsx"
import { QueryHelp } from "./query-help.tsx"
import { Revisions } from "./revisions.tsx"
import { usePreview } from "./use-preview.ts"

export function NewWatch() {
  const { say } = useWords()
  return (
    <Page title={say("listen.watch.new")}>
      <Editor watch={null} />
    </Page>
  )
}

export function EditWatch() {
  const { say } = useWords()
  const { watch: id } = useParams({ from: "/listening/$watch/edit" })
  const found = useQuery(watchQuery(id))
  return (
    <Page title={found.data ? say("listen.watch.change", { name: found.data.name }) : say("listen.watches")}>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data && <Editor key={id} watch={found.data} />}
    </Page>
  )
}

/** Name and query, with what it would have heard. What was saved goes on until something else is. */
function Editor({ watch }: { watch: Watch | null }) {
  const { say } = useWords()
  const me = useMe()
  const may = useMayAct()
  const client = useQueryClient()
  const navigate = useNavigate()
  const problem = useProblem()
  const at = watch?.id ?? "new"
  const saved: Typed = { name: watch?.name ?? "", query: watch?.query ?? "" }
  const [before] = useState(() => typedHere(me.id, at))
  const [typed, setTyped] = useState<Typed>(before ?? saved)
  const [wrong, setWrong] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const [helping, setHelping] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const { problems, remarks, found, isNow, error, again } = usePreview(typed.query)
  const changed = typed.name !== saved.name || typed.query !== saved.query
  const isNew = typed.query.trim() !== "" && (typed.name.trim() || suggested(typed.query)) !== ""

  useEffect(() => keepTyped(me.id, at, changed ? typed : null), [me.id, at, changed, typed])
  useEffect(() => box.current?.focus(), [])

  const go = ({ start, end }: QueryProblem): void => {
    box.current?.focus()
    box.current?.setSelectionRange(start, end)
  }
  const next = (): void => {
    const caret = box.current?.selectionEnd ?? 0
    const all = problems.toSorted((a, b) => a.start - b.start)
    const one = all.find(({ start }) => start >= caret) ?? all[0]
    if (one) go(one)
  }
  const save = async (): Promise<void> => {
    if (sending || !isNew) return
    setWrong(null)
    setSending(true)
    const body = { name: typed.name.trim() || suggested(typed.query), query: typed.query }
    try {
      const kept = await (watch ? patch<Watch>(`/api/watches/${watch.id}`, body) : post<Watch>("/api/watches", body))
      keepTyped(me.id, at, null)
      client.setQueryData(watchQuery(kept.id).queryKey, kept)
      void client.invalidateQueries({ queryKey: ["watches"] })
      tell(say(watch ? "listen.watch.changed" : "listen.watch.added", { name: kept.name }))
      await navigate({ to: "/listening/$watch", params: { watch: kept.id } })
    } catch (failure) {
      setWrong(problem(failure))
      setSending(false)
    }
  }
  const take = (words: string): void => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = box.current ?? {}
    const apart = from > 0 && !/\s$/.test(typed.query.slice(0, from)) ? " " : ""
    setTyped({ ...typed, query: typed.query.slice(0, from) + apart + words + typed.query.slice(to) })
    setTimeout(() => {
      box.current?.focus()
      box.current?.setSelectionRange(from + apart.length + words.length, from + apart.length + words.length)
    })
  }
  useCommands({
    "write.send": may ? () => void save() : undefined,
    "query.problem": problems.length > 0 ? next : undefined,
    "query.help": () => setHelping((now) => !now),
  })
  return (
    <div className="editor" data-helping={helping || undefined}>
      <form
        className="editor-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {before && changed && (
          <div className="banner banner-round">
            <p>{say(watch ? "listen.draft.ofWatch" : "listen.draft.ofNew")}</p>
            <Button
              kind="quiet"
              onPress={() => {
                setTyped(saved)
                tell(say("listen.draft.left"), { act: { words: say("act.undo"), do: () => setTyped(typed) } })
              }}
            >
              {say(watch ? "listen.draft.takeSaved" : "listen.draft.empty")}
            </Button>
          </div>
        )}
        <QueryField
          box={box}
          value={typed.query}
          onChange={(query) => setTyped({ ...typed, query })}
          problems={problems}
          remarks={remarks}
          onGo={go}
        />
        <div className="field">
          <label className="label" htmlFor="watch-name">
            {say("listen.watch.name")}
          </label>
          <input
            id="watch-name"
            className="input"
            value={typed.name}
            maxLength={200}
            placeholder={suggested(typed.query) || say("listen.watch.namePlaceholder")}
            onChange={({ target }) => setTyped({ ...typed, name: target.value })}
          />
        </div>
        {wrong && <Wrong>{wrong}</Wrong>}
        <div className="editor-end">
          <Button
            type="submit"
            kind="main"
            command="write.send"
            pending={sending}
            disabled={!may || !isNew || !changed || problems.length > 0}
          >
            {say(watch ? "listen.watch.save" : "listen.watch.begin")}
          </Button>
          <Button kind="quiet" icon="help" command="query.help" pressed={helping} onPress={() => setHelping(!helping)}>
            {say("listen.help")}
          </Button>
          <Link
            className="button"
            data-kind="quiet"
            {...(watch ? { to: "/listening/$watch", params: { watch: watch.id } } : { to: "/listening" })}
          >
            <span>{say("act.cancel")}</span>
          </Link>
          {problems.length > 0 && <p className="editor-note">{say(watch ? "listen.query.oldGoesOn" : "listen.query.mendFirst")}</p>}
        </div>
        {watch && <Revisions watch={watch} onTake={(query) => setTyped({ ...typed, query })} />}
      </form>
      {helping && <QueryHelp onClose={() => setHelping(false)} onTake={take} />}
      {error && !found && typed.query.trim() !== "" && <Failed error={error} again={again} />}
      {found && <Found found={found} isNow={isNow} />}
      {!found && !error && typed.query.trim() === "" && <Begin onTake={take} />}
    </div>
  )
}

/** A name out of the first word or phrase of a query. */
function suggested(query: string): string {
  const phrase = /"([^"]{2,60})"/.exec(query)?.[1]
  const word = /(?:^|[\s(])([\p{L}\p{N}#@][\p{L}\p{N}_'’-]{1,60})(?![\p{L}\p{N}_:])/u.exec(
    query.replaceAll(/\b(AND|OR|NOT|O?NEAR(\/\d+f?)?)\b/g, " "),
  )?.[1]
  const name = phrase && (!word || query.indexOf(phrase) < query.indexOf(word)) ? phrase : word
  return name ? name[0]!.toLocaleUpperCase() + name.slice(1) : ""
}
