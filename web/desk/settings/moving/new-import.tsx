import { useQuery } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { sendFile } from "../../api/imports.ts"
import { post } from "../../api/request.ts"
import { inboxesQuery } from "../../api/settings.ts"
import type { Import } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Choice } from "../../parts/choice.tsx"
import { Field } from "../../parts/field.tsx"
import { forgetAt, placeOf } from "../../parts/kept-typing.ts"
import { useKeptPart } from "../../parts/use-kept-part.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { useMe } from "../../shell/me.ts"
import { atLeast } from "../pages.ts"
import { ContactsTable } from "./contacts-table.tsx"
import { type DateOrder, DatesChoice } from "./dates-choice.tsx"
import { FolderField } from "./folder-field.tsx"
import { tarOf } from "./tar-of.ts"

const KINDS = ["mbox", "maildir", "contacts", "zendesk", "chatwoot", "mentions"] as const
type Kind = (typeof KINDS)[number]
const FINISH = ["resolved", "recent", "as-they-were"] as const

/** What, from which file, and how it is to be read; then it runs. */
export function NewImport({ onDone }: { onDone: () => void }) {
  const { say, language } = useWords()
  const problem = useProblem()
  const inboxes = useQuery(inboxesQuery).data ?? []
  // What is said in public is the leads' affair, as its sources are.
  const kinds: readonly Kind[] = atLeast(useMe().role, "admin") ? KINDS : ["mentions"]
  const [kind, setKind] = useState<Kind>(kinds[0] ?? "mentions")
  const [inboxId, setInbox] = useState<string | null>(null)
  const [finish, setFinish] = useState<(typeof FINISH)[number]>("resolved")
  const [ours, setOurs] = useState("")
  const [source, setSource] = useState("")
  const [place, setPlace] = useState("")
  const [dates, setDates] = useState<DateOrder | null>(null)
  const [files, setFiles] = useState<File[]>([])
  const [share, setShare] = useState<number | null>(null)
  // A table that was sent is looked at again after a reload, as it was being set right.
  const [sent, setSent] = useKeptPart<string | null>("import", "sent", null)
  const [wrong, setWrong] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  const tryTo = async (work: () => Promise<void>): Promise<void> => {
    setWrong(null)
    await work().catch((error: unknown) => setWrong(problem(error)))
    setShare(null)
  }
  const send = (): Promise<void> =>
    tryTo(async () => {
      const made = await post<Import>("/api/imports", {
        kind,
        name: (kind === "maildir" ? [files[0]?.webkitRelativePath.split("/")[0] ?? ""] : files.map(({ name }) => name))
          .join(", ")
          .slice(0, 200),
      })
      stop.current = new AbortController()
      const all = files.reduce((sum, { size }) => sum + size, 0)
      let before = 0
      for (const file of kind === "maildir" ? [tarOf(files, "Maildir.tar")] : files) {
        await sendFile(made.id, file, (part) => setShare((before + part * file.size) / all), stop.current.signal)
        before += file.size
      }
      if (kind === "contacts") return setSent(made.id)
      const archive = { inboxId: inboxId ?? inboxes[0]?.id, finish, ours: ours.split(/[\s,;]+/).filter(Boolean) }
      const mentions = { source: source.trim(), ...(place.trim() ? { place: place.trim() } : {}), ...(dates ? { dates } : {}) }
      const settings = kind === "mentions" ? mentions : archive
      await post(`/api/imports/${made.id}/start`, { settings })
      onDone()
    })
  const isArchive = kind !== "contacts" && kind !== "mentions"
  if (sent)
    return (
      <ContactsTable
        id={sent}
        onDone={() => {
          forgetAt(placeOf("import"))
          onDone()
        }}
      />
    )
  return (
    <section className="import-new" aria-label={say("importPage.new")}>
      <Choice
        label={say("importPage.what")}
        name="kind"
        value={kind}
        onChange={(chosen) => {
          setKind(chosen)
          if ((chosen === "maildir") !== (kind === "maildir")) setFiles([]) // they were chosen by the other field
        }}
        options={kinds.map((value) => ({ value, label: say(`importPage.kind.${value}`) }))}
        help={say(`importPage.help.${kind}`)}
      />
      {kind === "mentions" && (
        <>
          <Field label={say("importPage.source")} name="source" value={source} onChange={setSource} help={say("importPage.sourceHelp")} />
          <Field label={say("importPage.place")} name="place" value={place} onChange={setPlace} help={say("importPage.placeHelp")} />
          <DatesChoice value={dates} onChange={setDates} />
        </>
      )}
      {isArchive && (
        <>
          <Choice
            label={say("importPage.inbox")}
            name="inbox"
            value={inboxId ?? inboxes[0]?.id ?? ""}
            onChange={setInbox}
            options={inboxes.map(({ id, name, address }) => ({ value: id, label: `${name} (${address})` }))}
          />
          <Choice
            label={say("importPage.finish")}
            name="finish"
            value={finish}
            onChange={setFinish}
            options={FINISH.map((value) => ({ value, label: say(`importPage.finish.${value}`) }))}
          />
          <Field label={say("importPage.ours")} name="ours" value={ours} onChange={setOurs} help={say("importPage.oursHelp")} />
        </>
      )}
      {kind === "maildir" ? (
        <FolderField key="folder" count={files.length} onFiles={setFiles} />
      ) : (
        <label className="import-file">
          <span className="label">{say("importPage.files")}</span>
          <input className="input" type="file" multiple={isArchive} onChange={(event) => setFiles([...(event.target.files ?? [])])} />
        </label>
      )}
      {share !== null && (
        <div className="import-progress">
          <progress aria-label={say("importPage.sending")} value={share} max={1} />
          <span className="import-figures">{share.toLocaleString(language, { style: "percent" })}</span>
        </div>
      )}
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="import-acts">
        <Button
          kind="main"
          disabled={files.length === 0 || share !== null || (isArchive && inboxes.length === 0) || (kind === "mentions" && !source.trim())}
          onPress={() => void send()}
        >
          {kind === "contacts" ? say("importPage.look") : say("importPage.start")}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            stop.current?.abort()
            onDone()
          }}
        >
          {say("importPage.cancel")}
        </Button>
      </div>
    </section>
  )
}
