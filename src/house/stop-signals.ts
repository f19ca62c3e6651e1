/** The signals of one Ctrl-C: the terminal's own, and the one that npm hands on. */
const ONE_KEY_MS = 1000

/** Aborts at the first SIGINT or SIGTERM. Asked again, the process ends at once: what was promised is on disk either way. */
export function stopSignals(): AbortSignal {
  const stop = new AbortController()
  let since = 0
  const ask = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) {
      if (performance.now() - since > ONE_KEY_MS) process.exit(1)
      return
    }
    since = performance.now()
    console.log(signal === "SIGINT" ? "\nClosing…" : "Closing…")
    stop.abort()
  }
  process.on("SIGINT", ask).on("SIGTERM", ask)
  return stop.signal
}
