import { answering } from "./desk/answering.ts"
import { caseFile } from "./desk/case.ts"
import { composer } from "./desk/composer.ts"
import { facts } from "./desk/facts.ts"
import { keys } from "./desk/keys.ts"
import { list } from "./desk/list.ts"
import { shell } from "./desk/shell.ts"
import { signIn } from "./desk/sign-in.ts"
import { thread } from "./desk/thread.ts"
import { ties } from "./desk/ties.ts"
import { told } from "./desk/told.ts"
import { views } from "./desk/views.ts"
import { writing } from "./desk/writing.ts"

/** What the desk says while cases are worked on, in English. */
export const first = {
  ...answering,
  ...caseFile,
  ...composer,
  ...facts,
  ...keys,
  ...list,
  ...shell,
  ...signIn,
  ...thread,
  ...ties,
  ...told,
  ...views,
  ...writing,
}
