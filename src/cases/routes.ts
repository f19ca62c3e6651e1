import type { PeopleEnv } from "#people"
import { newRouter } from "#platform"
import { bulkRoutes } from "./bulk/routes.ts"
import { notificationRoutes } from "./notifications/routes.ts"
import { oneCaseRoutes } from "./routes/case-routes.ts"
import { deadlineRoutes } from "./routes/deadline-routes.ts"
import type { OneCaseNeed } from "./routes/parts.ts"
import { promiseRoutes } from "./routes/promise-routes.ts"
import { seenRoutes } from "./routes/seen-routes.ts"
import { settingsRoutes } from "./routes/settings-routes.ts"
import { stateRoutes } from "./routes/state-routes.ts"
import { tagRoutes } from "./routes/tag-routes.ts"
import { tieRoutes } from "./routes/tie-routes.ts"
import { savedViewRoutes } from "./saved-views/routes.ts"
import { similarRoutes } from "./similar/routes.ts"
import { templateRoutes } from "./templates/routes.ts"

/** The cases' part of the API, but for lists and search. */
export function caseRoutes(need: OneCaseNeed) {
  return newRouter<PeopleEnv>()
    .route("/", oneCaseRoutes(need))
    .route("/", stateRoutes(need))
    .route("/", seenRoutes(need))
    .route("/", promiseRoutes(need))
    .route("/", tieRoutes(need))
    .route("/", settingsRoutes(need))
    .route("/", tagRoutes(need))
    .route("/", deadlineRoutes(need))
    .route("/", templateRoutes(need))
    .route("/", savedViewRoutes(need))
    .route("/", bulkRoutes(need))
    .route("/", notificationRoutes(need))
    .route("/", similarRoutes(need))
}
