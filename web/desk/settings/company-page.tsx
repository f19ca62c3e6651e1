import { useQuery, useQueryClient } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { companyQuery } from "../api/start.ts"
import { Button } from "../parts/button.tsx"
import { Failed } from "../parts/failed.tsx"
import { Form } from "../parts/form.tsx"
import { Loading } from "../parts/loading.tsx"
import { tell } from "../shell/notices.tsx"
import { useWords } from "../words/use-words.ts"
import { CompanyFields } from "./company-fields.tsx"
import { keepCompany } from "./keep-company.ts"
import { Page } from "./page.tsx"

export function CompanyPage() {
  const { say } = useWords()
  const client = useQueryClient()
  const company = useQuery(companyQuery)
  return (
    <Page
      title={say("settings.company")}
      explain={say("company.explain")}
      act={
        <Link className="button" to="/start">
          {say("start.title")}
        </Link>
      }
    >
      {company.isPending && <Loading />}
      {company.isError && <Failed error={company.error} again={() => void company.refetch()} />}
      {company.data && (
        <Form
          keeps="company"
          className="form-page"
          onSend={async (values) => {
            client.setQueryData(companyQuery.queryKey, await keepCompany(values))
            tell(say("company.kept"))
          }}
        >
          <CompanyFields company={company.data} />
          <div className="form-end">
            <Button kind="main" type="submit">
              {say("act.save")}
            </Button>
          </div>
        </Form>
      )}
    </Page>
  )
}
