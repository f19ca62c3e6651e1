import { readHere, writeHere } from "../api/browser-store.ts"
import { newStore } from "../api/store.ts"

const KEPT = "vigie.told"

export const mayTell = (): NotificationPermission | "never" => ("Notification" in window ? Notification.permission : "never")

/** Whether this browser tells its agent of things while they look elsewhere: they said so here, and the browser allows it. */
export const toldHere = newStore(readHere(KEPT) === "on" && mayTell() === "granted")

/** Asks the browser, too, where it wasn't asked yet. */
export async function tellHere(on: boolean): Promise<void> {
  if (on && mayTell() === "default") await Notification.requestPermission()
  const may = on && mayTell() === "granted"
  writeHere(KEPT, may ? "on" : "off")
  toldHere.set(may)
}
