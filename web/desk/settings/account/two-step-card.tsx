import { useState } from "react"
import { post } from "../../api/request.ts"
import type { Me } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { tell } from "../../shell/notices.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { Block } from "./block.tsx"
import { latePart } from "../../parts/late-part.tsx"

const QrCode = latePart(async () => (await import("./qr-code.tsx")).QrCode)

export function TwoStepCard({ me }: { me: Me }) {
  const { say } = useWords()
  const problem = useProblem()
  const { refresh, removing } = useChange("me")
  const [secret, setSecret] = useState<{ secret: string; uri: string } | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const begin = (): void =>
    void post<{ secret: string; uri: string }>("/api/me/two-step").then(setSecret, (error: unknown) =>
      tell(problem(error), { tone: "hot" }),
    )
  return (
    <Block title={say("account.twoStep")} explain={me.twoStep ? say("account.twoStepOn") : say("account.twoStepExplain")}>
      {codes && (
        <div role="status">
          <p>{say("account.recovery")}</p>
          <pre className="secret" tabIndex={0}>
            {codes.join("\n")}
          </pre>
        </div>
      )}
      {secret && !me.twoStep && (
        <Form
          keeps="two-step"
          onSend={async (values) => {
            const { recoveryCodes } = await post<{ recoveryCodes: string[] }>("/api/me/two-step/confirm", {
              code: values.text("code").trim(),
            })
            setCodes(recoveryCodes)
            setSecret(null)
            await refresh()
          }}
        >
          <p>{say("account.twoStepSecret")}</p>
          <QrCode text={secret.uri} />
          <p>
            <a className="link" href={secret.uri}>
              {say("account.twoStepOpen")}
            </a>
          </p>
          <pre className="secret" tabIndex={0}>
            {secret.secret.replace(/(.{4})/g, "$1 ").trim()}
          </pre>
          <Field label={say("signIn.code")} name="code" autoComplete="one-time-code" inputMode="numeric" required />
          <div className="form-end">
            <Button kind="main" type="submit">
              {say("account.twoStepConfirm")}
            </Button>
          </div>
        </Form>
      )}
      {!secret && (
        <div className="form-end">
          {me.twoStep ? (
            <Button
              kind="danger"
              onPress={() =>
                removing({
                  path: "/api/me/two-step",
                  name: say("account.twoStep"),
                  lost: say("account.twoStepLost"),
                  act: say("account.twoStepForget"),
                })
              }
            >
              {say("account.twoStepForget")}
            </Button>
          ) : (
            <Button onPress={begin}>{say("account.twoStepBegin")}</Button>
          )}
        </div>
      )}
    </Block>
  )
}
