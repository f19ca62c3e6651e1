import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, post, put, Refused } from "../api/request.ts"
import { HELPS, type Help } from "../help/api.ts"
import { Button } from "../parts/button.tsx"
import { Check } from "../parts/check.tsx"
import { Failed } from "../parts/failed.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { Loading } from "../parts/loading.tsx"
import { Tag } from "../parts/tag.tsx"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { Page } from "./page.tsx"
import { useChange } from "./use-change.ts"

interface WritingHelpSettings {
  baseUrl: string
  model: string
  helps: Help[]
  hasKey: boolean
}

const ADDRESS = "/api/settings/writing-help"
const settingsQuery = queryOptions({
  queryKey: ["writing-help-settings"],
  queryFn: async ({ signal }): Promise<WritingHelpSettings | null> => {
    try {
      return await get<WritingHelpSettings>(ADDRESS, signal)
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null
      throw error
    }
  },
})

/** Which service helps with writing, with what; and, in words, what it is sent. */
export function WritingHelpPage() {
  const { say } = useWords()
  const client = useQueryClient()
  const { removing } = useChange("writing-help-settings", "writing-help")
  const found = useQuery(settingsQuery)
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const now = found.data
  return (
    <Page title={say("settings.writing")} explain={say("writing.explain")}>
      <section className="block writing-sent">
        <h2>{say("writing.sentTitle")}</h2>
        <p>{say("writing.sent")}</p>
        <p>{say("writing.notSent")}</p>
        <p>{say("writing.kept")}</p>
      </section>
      <Form
        keeps="writing-help"
        className="form-page"
        onSend={async (values) => {
          await put(ADDRESS, {
            baseUrl: values.text("baseUrl").trim(),
            model: values.text("model"),
            helps: HELPS.filter((help) => values.is(`help-${help}`)),
            ...(values.text("key") ? { key: values.text("key") } : {}),
          })
          await client.invalidateQueries({ predicate: ({ queryKey: [what] }) => String(what).startsWith("writing-help") })
          tell(say("done.saved"))
        }}
      >
        <Field
          label={say("writing.baseUrl")}
          name="baseUrl"
          first={now?.baseUrl ?? ""}
          placeholder="https://models.example/v1"
          help={say("writing.baseUrlHelp")}
          required
        />
        <Field label={say("writing.model")} name="model" first={now?.model ?? ""} autoComplete="off" required />
        <Field
          label={say("writing.key")}
          name="key"
          type="password"
          autoComplete="new-password"
          help={say(now?.hasKey ? "mailboxes.passwordKept" : "writing.keyHelp")}
        />
        <fieldset className="writing-helps">
          <legend className="label">{say("writing.helps")}</legend>
          {HELPS.map((help) => (
            <Check key={help} name={`help-${help}`} first={now?.helps.includes(help) ?? false}>
              {say(`writing.help.${help}`)}
            </Check>
          ))}
        </fieldset>
        <div className="form-end">
          {now && (
            <Button
              kind="danger"
              onPress={() =>
                removing({
                  path: ADDRESS,
                  name: say("settings.writing"),
                  lost: say("writing.lost"),
                  act: say("writing.switchOff"),
                  said: say("writing.removed"),
                })
              }
            >
              {say("writing.switchOff")}
            </Button>
          )}
          <Button kind="main" type="submit">
            {say("act.save")}
          </Button>
        </div>
      </Form>
      {now && <Try />}
    </Page>
  )
}

function Try() {
  const { say } = useWords()
  const problem = useProblem()
  const [tried, setTried] = useState<{ works: boolean; detail: string; said: string } | "now" | null>(null)
  return (
    <section className="block">
      <h2>{say("writing.try")}</h2>
      <p className="help">{say("writing.tryHelp")}</p>
      <div className="writing-tried" role="status">
        <Button
          pending={tried === "now"}
          onPress={() => {
            setTried("now")
            post<{ works: boolean; detail: string; said: string }>(`${ADDRESS}/try`).then(setTried, (error: unknown) =>
              setTried({ works: false, detail: problem(error), said: "" }),
            )
          }}
        >
          {say("writing.tryNow")}
        </Button>
        {tried !== null && tried !== "now" && (
          <>
            <Tag tone={tried.works ? "good" : "hot"}>{tried.detail}</Tag>
            {tried.said && <q>{tried.said}</q>}
          </>
        )}
      </div>
    </section>
  )
}
