import { BadSetting, readConfig, systemClock } from "#platform"
import { type House, openDemo, openHouse, refuseMixing, startRefusal, stopSignals, terminalLanguage } from "#house"

/** Opens the house, and closes it properly when asked to stop, at whatever moment. */
async function main(stop: AbortSignal): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  await refuseMixing(config)
  const open = config.demo ? openDemo(config, systemClock, console.log, stop) : openHouse(config, systemClock, { signal: stop })
  const house = await open.catch((error: unknown): House | null => {
    if (stop.aborted) return null // what had been opened is closed again
    throw error
  })
  if (!stop.aborted) for (const line of house?.greeting ?? []) console.log(line)
  await new Promise<void>((asked) => (stop.aborted ? asked() : stop.addEventListener("abort", () => asked())))
  await house?.close()
}

main(stopSignals()).then(
  () => process.exit(0),
  (error: unknown) => {
    const refusal = startRefusal(error, terminalLanguage())
    console.error(refusal ?? error)
    process.exit(error instanceof BadSetting ? 2 : 1)
  },
)
