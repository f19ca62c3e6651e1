// The intake and the spool, and nothing behind them: intake-alone.ts FOLDER PORT
import { createIntake } from "#channels/mail"
import { Metrics, silentLog, Spool, systemClock } from "#platform"

const [folder = "", port = ""] = process.argv.slice(2)
const spool = new Spool(folder, systemClock)
await spool.open()
const intake = await createIntake({
  listen: { host: "127.0.0.1", port: Number(port) },
  tls: null,
  spool,
  resolveRecipient: (address) => (address === "care@shop.example" ? "inbox" : "unknown"),
  minFreeBytes: 0,
  now: () => systemClock.now(),
  log: silentLog,
  metrics: new Metrics(),
})
process.once(
  "SIGTERM",
  () =>
    void intake
      .stop(100)
      .then(() => spool.close())
      .then(() => process.exit()),
)
