import type { desk as english } from "../en/desk.ts"
import type { Sentence } from "../fill.ts"
import { account } from "./desk/account.ts"
import { answering } from "./desk/answering.ts"
import { articles } from "./desk/articles.ts"
import { automation } from "./desk/automation.ts"
import { webhooks } from "./desk/webhooks.ts"
import { caseFile } from "./desk/case.ts"
import { composer } from "./desk/composer.ts"
import { demo } from "./desk/demo.ts"
import { figures } from "./desk/figures.ts"
import { keys } from "./desk/keys.ts"
import { list } from "./desk/list.ts"
import { moving } from "./desk/moving.ts"
import { settings } from "./desk/settings.ts"
import { shape } from "./desk/shape.ts"
import { shell } from "./desk/shell.ts"
import { signIn } from "./desk/sign-in.ts"
import { start } from "./desk/start.ts"
import { thread } from "./desk/thread.ts"
import { writing } from "./desk/writing.ts"
import { views } from "./desk/views.ts"

/** Every sentence of the desk, in French. */
export const desk = {
  ...account,
  ...articles,
  ...answering,
  ...automation,
  ...webhooks,
  ...caseFile,
  ...composer,
  ...demo,
  ...figures,
  ...keys,
  ...list,
  ...moving,
  ...settings,
  ...shape,
  ...shell,
  ...signIn,
  ...start,
  ...thread,
  ...writing,
  ...views,
} satisfies Record<keyof typeof english, Sentence>
