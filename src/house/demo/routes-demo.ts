import type { OpenAPIHono } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { newRouter } from "#platform"
import type { HouseParts } from "../open-house.ts"
import type { DemoDesk } from "./demo-desk.ts"

/** What the desk of a demonstration asks. */
export function demoRoutes(_desk: DemoDesk, _parts: HouseParts): OpenAPIHono<PeopleEnv> {
  return newRouter<PeopleEnv>()
}
