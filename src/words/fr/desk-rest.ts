import { account } from "./desk/account.ts"
import { articles } from "./desk/articles.ts"
import { automation } from "./desk/automation.ts"
import { demo } from "./desk/demo.ts"
import { figures } from "./desk/figures.ts"
import { moving } from "./desk/moving.ts"
import { settings } from "./desk/settings.ts"
import { shape } from "./desk/shape.ts"
import { start } from "./desk/start.ts"
import { viewBuilder } from "./desk/view-builder.ts"
import { webhooks } from "./desk/webhooks.ts"

/** What is said where one doesn't spend the day: settings, figures, articles, setting up, the command bar, in French. */
export const rest = {
  ...account,
  ...articles,
  ...automation,
  ...demo,
  ...figures,
  ...moving,
  ...settings,
  ...shape,
  ...start,
  ...viewBuilder,
  ...webhooks,
}
