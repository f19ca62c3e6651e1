import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useRef, useState } from "react"
import { patch, post } from "../../api/request.ts"
import { Button } from "../../parts/button.tsx"
import { Field } from "../../parts/field.tsx"
import { FormCancel } from "../../parts/form-cancel.tsx"
import { Form, type FormValues, NOT_YET } from "../../parts/form.tsx"
import { tell } from "../../shell/notices.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Source } from "../api.ts"
import { type Kind, sourceQuery, type Trial } from "./api.ts"
import { SchemaFields } from "./schema-fields.tsx"
import { settingsOf } from "./settings-of.ts"
import { TrialOf } from "./trial.tsx"

/** Where a source is; it can be tried before it is kept. A kind that only tells has a name alone. */
export function SourceForm({ kind, source, onDone }: { kind: Kind | null; source: Source | null; onDone: () => void }) {
  const { say, sayCode } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [trial, setTrial] = useState<Trial | null>(null)
  const [trying, setTrying] = useState(false)
  const wish = useRef<"try" | "keep">("keep")
  const given = (values: FormValues) => {
    const secret = kind?.secret ? settingsOf(kind.secret, "secret", values) : {}
    return {
      ...(kind ? { settings: settingsOf(kind.settings, "settings", values) } : {}),
      ...(Object.keys(secret).length > 0 ? { secret } : {}),
      ...(values.text("name").trim() ? { name: values.text("name").trim() } : {}),
      ...(values.text("place").trim() ? { place: values.text("place").trim() } : {}),
    }
  }
  const send = async (values: FormValues): Promise<unknown> => {
    const asked = wish.current
    wish.current = "keep"
    setTrial(null)
    if (asked === "try" && kind) {
      setTrying(true)
      const { settings = {}, secret, name } = given(values)
      try {
        const body = { kind: kind.kind, settings, ...(secret ? { secret } : {}), ...(name ? { name } : {}) }
        setTrial(await post<Trial>("/api/sources/try", body))
      } finally {
        setTrying(false)
      }
      return NOT_YET
    }
    const kept = source
      ? await patch<Source>(`/api/sources/${source.id}`, given(values))
      : await values.post<Source>("/api/sources", { kind: kind?.kind, ...given(values) })
    client.setQueryData(sourceQuery(kept.id).queryKey, kept)
    void client.invalidateQueries({ queryKey: ["sources"] })
    void client.invalidateQueries({ queryKey: ["source-events", kept.id] })
    tell(say(source ? "listen.source.changed" : "listen.source.added", { name: kept.name }))
    onDone()
    await navigate({ to: "/listening/sources/$source", params: { source: kept.id } })
  }
  return (
    <div className="source-form">
      <Form keeps={kind?.kind ?? ""} onSend={send}>
        {kind && <p className="figures-aside">{sayCode(`listen.gives.${kind.kind}`, "listen.gives.other")}</p>}
        {kind && <SchemaFields kind={kind.kind} schema={kind.settings} under="settings" first={source?.settings ?? {}} />}
        {kind?.secret && (
          <SchemaFields
            kind={kind.kind}
            schema={kind.secret}
            under="secret"
            first={{}}
            {...(source?.hasSecret ? { help: say("listen.source.secretStays") } : {})}
          />
        )}
        <Field label={say("listen.source.name")} name="name" first={source?.name ?? ""} help={say("listen.source.nameHelp")} />
        <Field
          label={say("listen.source.place")}
          name="place"
          first={source?.place ?? kind?.place ?? ""}
          help={say("listen.source.placeHelp")}
        />
        {trial && <TrialOf trial={trial} />}
        <div className="editor-end">
          <Button type="submit" kind="main">
            {say(source ? "act.save" : "listen.source.keep")}
          </Button>
          {kind && (
            <span onClickCapture={() => (wish.current = "try")}>
              <Button type="submit" pending={trying}>
                {say("listen.source.try")}
              </Button>
            </span>
          )}
          <FormCancel onPress={onDone} />
        </div>
      </Form>
    </div>
  )
}
