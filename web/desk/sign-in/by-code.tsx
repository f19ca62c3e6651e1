import { useQueryClient } from "@tanstack/react-query"
import { post } from "../api/request.ts"
import { Button } from "../parts/button.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { useWords } from "../words/use-words.ts"

/** The second step: a code from the telephone, or one of those kept for the day it is lost. */
export function ByCode({ back }: { back: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  return (
    <Form
      keeps="code"
      onSend={async (values) => {
        await post("/api/sign-in/code", { code: values.text("code").trim() })
        await client.invalidateQueries()
      }}
    >
      <Field label={say("signIn.code")} name="code" help={say("signIn.codeHelp")} autoComplete="one-time-code" required autoFocus />
      <Button kind="main" type="submit">
        {say("signIn.do")}
      </Button>
      <button className="link" type="button" onClick={back}>
        {say("signIn.otherWay")}
      </button>
    </Form>
  )
}
