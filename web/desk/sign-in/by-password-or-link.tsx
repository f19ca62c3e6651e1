import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { post } from "../api/request.ts"
import { Button } from "../parts/button.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { useWords } from "../words/use-words.ts"

export function ByPasswordOrLink({ secondStep }: { secondStep: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const [email, setEmail] = useState("")
  const [way, setWay] = useState<"password" | "link">("password")
  const [sentTo, setSentTo] = useState<string | null>(null)

  const send = async (password: string): Promise<void> => {
    if (way === "link") {
      await post("/api/sign-in/link", { email })
      return setSentTo(email)
    }
    const { state } = await post<{ state: "signed-in" | "second-step" }>("/api/sign-in/password", { email, password })
    if (state === "second-step") secondStep()
    else await client.invalidateQueries()
  }

  if (sentTo !== null)
    return (
      <div className="sign-in-sent" role="status">
        <p>{say("signIn.linkSent", { email: sentTo })}</p>
        <Button kind="quiet" icon="back" onPress={() => setSentTo(null)}>
          {say("signIn.otherWay")}
        </Button>
      </div>
    )
  return (
    <Form keeps="sign-in" onSend={(values) => send(values.text("password"))}>
      <Field
        label={say("field.email")}
        name="email"
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="username webauthn"
        required
        autoFocus
      />
      {way === "password" && (
        <Field label={say("field.password")} name="password" type="password" autoComplete="current-password" required />
      )}
      <Button kind="main" type="submit">
        {way === "password" ? say("signIn.do") : say("signIn.sendLink")}
      </Button>
      <button className="link" type="button" onClick={() => setWay(way === "password" ? "link" : "password")}>
        {way === "password" ? say("signIn.byLink") : say("signIn.byPassword")}
      </button>
    </Form>
  )
}
