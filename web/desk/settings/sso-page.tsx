import { useQuery, useQueryClient } from "@tanstack/react-query"
import { ssoQuery } from "../api/settings.ts"
import { put } from "../api/request.ts"
import { Button } from "../parts/button.tsx"
import { Check } from "../parts/check.tsx"
import { Failed } from "../parts/failed.tsx"
import { Field } from "../parts/field.tsx"
import { Form } from "../parts/form.tsx"
import { Loading } from "../parts/loading.tsx"
import { tell } from "../shell/notices.tsx"
import { useWords } from "../words/use-words.ts"
import { Page } from "./page.tsx"
import { useChange } from "./use-change.ts"

export function SsoPage() {
  const { say } = useWords()
  const client = useQueryClient()
  const { removing } = useChange("sso")
  const found = useQuery(ssoQuery)
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const sso = found.data
  return (
    <Page title={say("settings.sso")} explain={say("sso.explain", { address: `${location.origin}/api/sign-in/sso/callback` })}>
      <Form
        keeps="sso"
        className="form-page"
        onSend={async (values) => {
          await put("/api/settings/sso", {
            issuer: values.text("issuer"),
            clientId: values.text("clientId"),
            ...(values.text("clientSecret") ? { clientSecret: values.text("clientSecret") } : {}),
            name: values.text("name"),
            admitDomains: values
              .text("admitDomains")
              .split(/[\s,]+/)
              .filter(Boolean),
            trustAddresses: values.is("trustAddresses"),
          })
          await client.invalidateQueries({ queryKey: ["sso"] })
          tell(say("done.saved"))
        }}
      >
        <Field label={say("sso.name")} name="name" first={sso?.name ?? ""} required />
        <Field label={say("sso.issuer")} name="issuer" first={sso?.issuer ?? ""} placeholder="https://login.example" required />
        <Field label={say("sso.clientId")} name="clientId" first={sso?.clientId ?? ""} autoComplete="off" required />
        <Field
          label={say("sso.clientSecret")}
          name="clientSecret"
          type="password"
          autoComplete="new-password"
          required={!sso}
          {...(sso ? { help: say("mailboxes.passwordKept") } : {})}
        />
        <Field label={say("sso.admitDomains")} name="admitDomains" first={sso?.admitDomains.join(", ") ?? ""} help={say("sso.admitHelp")} />
        <Check name="trustAddresses" first={sso?.trustAddresses ?? false}>
          {say("sso.trustAddresses")}
        </Check>
        <div className="form-end">
          {sso && (
            <Button
              kind="danger"
              onPress={() =>
                removing({ path: "/api/settings/sso", name: say("settings.sso"), lost: say("sso.lost"), said: say("sso.removed") })
              }
            >
              {say("act.remove")}
            </Button>
          )}
          <Button kind="main" type="submit">
            {say("act.save")}
          </Button>
        </div>
      </Form>
    </Page>
  )
}
