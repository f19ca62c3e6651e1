import { useQuery, useQueryClient } from "@tanstack/react-query"
import { companyQuery } from "../api/start.ts"
import { Button } from "../parts/button.tsx"
import { Loading } from "../parts/loading.tsx"
import { CompanyFields } from "../settings/company-fields.tsx"
import { keepCompany } from "../settings/keep-company.ts"
import { Form } from "../parts/form.tsx"
import { useWords } from "../words/use-words.ts"
import type { StepProps } from "./start.tsx"

export function CompanyStep({ onDone }: StepProps) {
  const { say } = useWords()
  const client = useQueryClient()
  const company = useQuery(companyQuery).data
  if (!company) return <Loading />
  return (
    <Form
      keeps="company"
      onSend={async (values) => {
        client.setQueryData(companyQuery.queryKey, await keepCompany(values))
        onDone()
      }}
    >
      <CompanyFields company={company} />
      <div className="form-end">
        <Button kind="main" type="submit">
          {say("start.keep")}
        </Button>
      </div>
    </Form>
  )
}
