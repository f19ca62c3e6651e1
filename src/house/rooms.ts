import type { OpenAPIHono } from "@hono/zod-openapi"
import { auditApi } from "#audit"
import { caseListRoutes, caseRoutes, searchRoutes } from "#cases"
import { contactsApi } from "#contacts"
import { contactSight } from "#conversations"
import type { PeopleEnv } from "#people"
import { type Jobs, newRouter } from "#platform"
import type { Ground } from "./ground.ts"
import { searchDeps } from "./search-parts.ts"

/** The routes of the rooms that need nothing but the ground. */
export function roomRoutes({ db }: Ground, jobs: Jobs): OpenAPIHono<PeopleEnv>[] {
  const audit = newRouter<PeopleEnv>().route("/", auditApi({ db }))
  return [
    audit,
    contactsApi({ db, sight: contactSight }),
    caseListRoutes({ db }),
    caseRoutes({ db, later: jobs }),
    searchRoutes({ db, ...searchDeps }),
  ]
}
