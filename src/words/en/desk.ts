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

/** Every sentence of the desk, in English. The French catalogue must say the same things. */
export const desk = { ...account, ...answering, ...caseFile, ...composer, ...keys, ...list, ...settings, ...shell, ...signIn, ...thread }
