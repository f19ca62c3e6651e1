import { account } from "./desk/account.ts"
import { alarms } from "./desk/alarms.ts"
import { deskAlarms } from "./desk/desk-alarms.ts"
import { alerts } from "./desk/alerts.ts"
import { answerNetworks } from "./desk/answer-networks.ts"
import { articles } from "./desk/articles.ts"
import { automation } from "./desk/automation.ts"
import { beside } from "./desk/beside.ts"
import { demo } from "./desk/demo.ts"
import { deadlines } from "./desk/deadlines.ts"
import { figures } from "./desk/figures.ts"
import { helping } from "./desk/helping.ts"
import { listening } from "./desk/listening.ts"
import { listeningWatch } from "./desk/listening-watch.ts"
import { mentionPage } from "./desk/mention-page.ts"
import { mentions } from "./desk/mentions.ts"
import { moving } from "./desk/moving.ts"
import { outbox } from "./desk/outbox.ts"
import { publicAnswers } from "./desk/public-answers.ts"
import { rare } from "./desk/rare.ts"
import { settings } from "./desk/settings.ts"
import { shape } from "./desk/shape.ts"
import { places } from "./desk/places.ts"
import { sourceGives } from "./desk/source-gives.ts"
import { sources } from "./desk/sources.ts"
import { start } from "./desk/start.ts"
import { storyPage } from "./desk/story-page.ts"
import { tagging } from "./desk/tagging.ts"
import { toldStories } from "./desk/told-stories.ts"
import { viewBuilder } from "./desk/view-builder.ts"
import { watchTold } from "./desk/watch-told.ts"
import { webhooks } from "./desk/webhooks.ts"

/** What is said where one doesn't spend the day: settings, figures, articles, setting up, the command bar, in English. */
export const rest = {
  ...deadlines,
  ...account,
  ...alarms,
  ...deskAlarms,
  ...alerts,
  ...answerNetworks,
  ...articles,
  ...automation,
  ...beside,
  ...demo,
  ...figures,
  ...helping,
  ...listening,
  ...listeningWatch,
  ...mentionPage,
  ...mentions,
  ...moving,
  ...outbox,
  ...publicAnswers,
  ...rare,
  ...settings,
  ...shape,
  ...sourceGives,
  ...sources,
  ...places,
  ...start,
  ...storyPage,
  ...tagging,
  ...toldStories,
  ...viewBuilder,
  ...watchTold,
  ...webhooks,
}
