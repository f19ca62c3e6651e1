import asyncHooks, { type AsyncHook } from "node:async_hooks"
import { syncBuiltinESMExports } from "node:module"

const following: AsyncHook[] = []
const { createHook } = asyncHooks
// With --import: a process of a test run has read node:test before its own first file.
asyncHooks.createHook = (callbacks) => {
  const hook = createHook(callbacks)
  following.push(hook)
  return hook
}
syncBuiltinESMExports()

/**
 * `node:test` follows every promise, to know which test it belongs to: a fifth of the CPU of what asks a database. Tests have to be
 * declared while it does. While they run it needn't: an error that nobody awaits is then one of the process, which fails as well.
 */
export function follow(yes: boolean): void {
  for (const hook of following) {
    if (yes) hook.enable()
    else hook.disable()
  }
}
