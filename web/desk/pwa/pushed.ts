import type { PushView } from "#house"
import { get, post, remove } from "../api/request.ts"

/** Which of an agent's browsers are told with the desk closed, too. */
export const pushQuery = { queryKey: ["push"], queryFn: ({ signal }: { signal: AbortSignal }) => get<PushView>("/api/push", signal) }

/** Whether this browser can be told while no desk is open in it: not on plain http, and on an iPhone only once it is installed. */
export const canBePushed = (): boolean => isSecureContext && "serviceWorker" in navigator && "PushManager" in window

/** Where this browser's push service is reached for us; null: it isn't. */
export async function endpointHere(): Promise<string | null> {
  const registration = canBePushed() ? await navigator.serviceWorker.getRegistration() : undefined
  return (await registration?.pushManager.getSubscription())?.endpoint ?? null
}

/** Lets the server tell this browser while no desk is open in it, as long as its agent is signed in here. @throws what the browser says */
export async function startPush(): Promise<void> {
  if (!canBePushed()) return
  // `ready` never comes where the browser refused to register one.
  if (!(await navigator.serviceWorker.getRegistration())) return
  const { pushManager } = await navigator.serviceWorker.ready
  const { publicKey } = await get<PushView>("/api/push")
  const options = { userVisibleOnly: true, applicationServerKey: publicKey }
  const made = await pushManager.subscribe(options).catch(async (error: unknown) => {
    // One that was made for another key stands in the way.
    const before = await pushManager.getSubscription()
    if (!before) throw error
    await before.unsubscribe()
    return pushManager.subscribe(options)
  })
  const { endpoint, keys } = made.toJSON()
  await post("/api/push", { endpoint, keys })
}

/** Nothing more is told here with the desk closed. */
export async function stopPush(known: PushView["items"]): Promise<void> {
  const endpoint = await endpointHere()
  const one = known.find((each) => each.endpoint === endpoint)
  if (one) await remove(`/api/push/${one.id}`)
  if (!endpoint) return
  const registration = await navigator.serviceWorker.getRegistration()
  await (await registration?.pushManager.getSubscription())?.unsubscribe()
}
