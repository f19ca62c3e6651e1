import { useSyncExternalStore } from "react"

/** A value that components watch, for what belongs to this window and not to the server. */
export interface Store<T> {
  get: () => T
  set: (next: T | ((now: T) => T)) => void
  use: () => T
}

export function newStore<T>(first: T): Store<T> {
  let now = first
  const watchers = new Set<() => void>()
  const get = (): T => now
  const watch = (watcher: () => void): (() => void) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }
  return {
    get,
    set: (next) => {
      const value = next instanceof Function ? next(now) : next
      if (Object.is(value, now)) return
      now = value
      for (const watcher of watchers) watcher()
    },
    use: () => useSyncExternalStore(watch, get),
  }
}
