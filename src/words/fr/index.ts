import type { en } from "../en/index.ts"
import type { Sentence } from "../index.ts"
import { cases } from "./cases.ts"
import { conversations } from "./conversations.ts"
import { mail } from "./mail.ts"
import { people } from "./people.ts"
import { push } from "./push.ts"
import { house } from "./house.ts"
import { operations } from "./operations.ts"
import { request } from "./request.ts"
import { settings } from "./settings.ts"
import { search } from "./search.ts"
import { views } from "./views.ts"
import { contacts } from "./contacts.ts"
import { audit } from "./audit.ts"
import { webhooks } from "./webhooks.ts"
import { automation } from "./automation.ts"
import { company } from "./company.ts"
import { figures } from "./figures.ts"
import { firstRun } from "./first-run.ts"
import { facts } from "./desk/facts.ts"
import { told } from "./desk/told.ts"
import { knowledge } from "./knowledge.ts"
import { writing } from "./writing.ts"
import { transfers } from "./transfers.ts"
import { answers } from "./answers.ts"
import { listening } from "./listening.ts"
import { hearing } from "./hearing.ts"
import { places } from "./places.ts"
import { deletions } from "./deletions.ts"
import { gathering } from "./gathering.ts"
import { alerts } from "./alerts.ts"
import { demo } from "./demo.ts"
import { demoScenes } from "./demo-scenes.ts"

/** Every sentence shown to a person, in French. */
export const fr = {
  ...cases,
  ...mail,
  ...people,
  ...push,
  ...house,
  ...operations,
  ...request,
  ...settings,
  ...search,
  ...views,
  ...conversations,
  ...contacts,
  ...audit,
  ...webhooks,
  ...automation,
  ...company,
  ...figures,
  ...firstRun,
  ...knowledge,
  ...writing,
  ...transfers,
  ...answers,
  ...listening,
  ...hearing,
  ...places,
  ...deletions,
  ...gathering,
  ...alerts,
  ...demo,
  ...demoScenes,
  ...facts,
  ...told,
} satisfies Record<keyof typeof en, Sentence>
