import { AlreadyRunning, BadSetting, HalfRestored, NewerSchema, readConfig, systemClock } from "#platform"
import { DemoRefused, openDemo, openHouse, refuseMixing } from "#house"

/** Opens the house, and closes it properly when asked to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  await refuseMixing(config)
  const house = config.demo ? await openDemo(config, systemClock, console.log) : await openHouse(config, systemClock)
  for (const line of house.greeting) console.log(line)
  let closing = false
  const close = (signal: NodeJS.Signals) => {
    if (closing) process.exit(1) // asked twice: what was promised is on disk either way
    closing = true
    console.log(signal === "SIGINT" ? "\nClosing…" : "Closing…")
    house.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on("SIGINT", close).on("SIGTERM", close)
}

main().catch((error: unknown) => {
  if (error instanceof AlreadyRunning)
    console.error(`Vigie is already running on ${error.message}. Stop it first, or set VIGIE_HOME to another folder.`)
  else if (error instanceof BadSetting || error instanceof DemoRefused || error instanceof HalfRestored || error instanceof NewerSchema)
    console.error(error.message)
  else if (isTaken(error))
    console.error(`The address ${error.address}:${error.port} is taken by another program. Set VIGIE_HTTP or VIGIE_SMTP to a free one.`)
  else console.error(error)
  process.exit(error instanceof BadSetting ? 2 : 1)
})

function isTaken(error: unknown): error is Error & { address: string; port: number } {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE" && "port" in error
}
