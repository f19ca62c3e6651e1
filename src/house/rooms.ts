import type { OpenAPIHono } from "@hono/zod-openapi"
import { auditApi } from "#audit"
import {
  caseListRoutes,
  caseRoutes,
  figuresRoutes,
  satisfactionRoutes,
  helpPages,
  knowledgeRoutes,
  searchRoutes,
  writingHelpRoutes,
} from "#cases"
import { contactsApi } from "#contacts"
import { contactSight } from "#conversations"
import { openWordsOf } from "#listening"
import { companyRoutes, type PeopleEnv } from "#people"
import { type Jobs, newRouter, type SafeFetch } from "#platform"
import type { Ground } from "./ground.ts"
import { searchDeps } from "./search-parts.ts"

/** Knowledge at the desk and for the public, and help with writing. */
export function knowledgeParts(
  { db, blobs, keys, config }: Ground,
  outbound: SafeFetch,
  ipOf: (request: Request, env: unknown) => string,
): OpenAPIHono<PeopleEnv>[] {
  return [
    knowledgeRoutes({ db, blobs }),
    helpPages({ db, keys, blobs, url: config.url, ipOf: (c) => ipOf(c.req.raw, c.env) }),
    writingHelpRoutes({ db, keys, outbound }),
  ]
}

/** The routes of the rooms that need nothing but the ground. */
export function roomRoutes({ db, config }: Ground, jobs: Jobs): OpenAPIHono<PeopleEnv>[] {
  const audit = newRouter<PeopleEnv>().route("/", auditApi({ db }))
  return [
    audit,
    contactsApi({ db, sight: contactSight }),
    caseListRoutes({ db }),
    caseRoutes({ db, later: jobs, openWords: openWordsOf }),
    searchRoutes({ db, ...searchDeps }),
    figuresRoutes({ db, timeZone: config.timeZone }),
    satisfactionRoutes({ db }),
    companyRoutes({ db, timeZone: config.timeZone }),
  ]
}
