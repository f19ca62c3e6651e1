import type { desk as english } from "../en/desk.ts"
import type { Sentence } from "../fill.ts"
import { account } from "./desk/account.ts"
import { answering } from "./desk/answering.ts"
import { caseFile } from "./desk/case.ts"
import { composer } from "./desk/composer.ts"
import { keys } from "./desk/keys.ts"
import { list } from "./desk/list.ts"
import { settings } from "./desk/settings.ts"
import { shell } from "./desk/shell.ts"
import { signIn } from "./desk/sign-in.ts"
import { thread } from "./desk/thread.ts"

/** Every sentence of the desk, in French. */
export const desk = {
  ...account, ...answering,
  ...caseFile,
  ...composer,
  ...keys,
  ...list,
  ...settings,
  ...shell,
  ...signIn,
  ...thread,
} satisfies Record<keyof typeof english, Sentence>
