import { newRouter } from "#platform"
import type { PeopleEnv } from "./actor.ts"
import { agentRoutes } from "./agents/routes.ts"
import type { PeopleDeps } from "./deps.ts"
import { preferencesRoutes } from "./me/preferences-routes.ts"
import { meRoutes } from "./me/routes.ts"
import { passkeyRoutes, passkeySignInRoutes } from "./passkeys/routes.ts"
import { linkRoutes } from "./sign-in/link-routes.ts"
import { passwordRoutes } from "./sign-in/password-routes.ts"
import { waysRoutes } from "./sign-in/ways-routes.ts"
import { ssoRoutes } from "./sso/routes.ts"
import { ssoSettingsRoutes } from "./sso/settings-routes.ts"
import { teamRoutes } from "./teams/routes.ts"
import { tokenRoutes } from "./tokens/routes.ts"
import { twoStepRoutes } from "./two-step/routes.ts"

/** What stands before the door: these routes have no actor yet, and look after themselves. */
export function signInRoutes(deps: PeopleDeps) {
  return newRouter<PeopleEnv>()
    .route("/", waysRoutes(deps))
    .route("/", passwordRoutes(deps))
    .route("/", linkRoutes(deps))
    .route("/", passkeySignInRoutes(deps))
    .route("/", ssoRoutes(deps))
}

/** What lies behind it: the house has put an actor into the context. */
export function peopleRoutes(deps: PeopleDeps) {
  return newRouter<PeopleEnv>()
    .route("/", meRoutes(deps))
    .route("/", preferencesRoutes(deps))
    .route("/", twoStepRoutes(deps))
    .route("/", passkeyRoutes(deps))
    .route("/", agentRoutes(deps))
    .route("/", teamRoutes(deps))
    .route("/", tokenRoutes(deps))
    .route("/", ssoSettingsRoutes(deps))
}
