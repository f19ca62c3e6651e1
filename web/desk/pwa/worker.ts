// Lives beside the pages and imports nothing but types: it must stand in one file, /sw.js. It keeps the desk's own files, never what the API says.
import type { Moving, WorkerScope } from "./worker.types.ts"

declare const self: WorkerScope

const SHELL = "vigie-shell"
const MOST = 150

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener("activate", (event) => event.waitUntil(begin()))
self.addEventListener("fetch", (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== "GET" || origin !== location.origin) return
  if (pathname.startsWith("/assets/")) event.respondWith(kept(request))
  else if (request.mode === "navigate" && !/^\/(api|public|metrics)(\/|$)/.test(pathname)) event.respondWith(page(request, pathname))
})

async function begin(): Promise<void> {
  await self.clients.claim()
  const open = await caches.open(SHELL)
  await keepShell(open, await fetch("/", { cache: "no-cache" })).catch(() => {}) // no line: kept at the next visit
}

/** Built files carry a hash of their content in their names: what was fetched once stays right. */
async function kept(request: Request): Promise<Response> {
  const shell = await caches.open(SHELL).catch(() => null) // closed to us
  const known = await shell?.match(request)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) await shell?.put(request, answer.clone()).catch(() => {}) // no room: fetched again the next time
  return answer
}

/** From the server; where there is no line, the desk as it was kept, which says so itself. */
async function page(request: Request, pathname: string): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(request)
  } catch (error) {
    const shell = await (await caches.open(SHELL)).match("/")
    if (shell) return shell
    throw error
  }
  if (/^\/(cases)?$/.test(pathname) && answer.ok) {
    const copy = answer.clone()
    await caches
      .open(SHELL)
      .then((shell) => keepShell(shell, copy))
      .catch(() => {}) // no room, or closed to us: this page needs neither
  }
  return answer
}

/** The page and what it names, so that the desk opens without a line; of older files, the latest. */
async function keepShell(shell: Cache, answer: Response): Promise<void> {
  if (!answer.ok || answer.redirected) return
  const text = await answer.clone().text()
  await shell.put("/", answer)
  const named = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? "")
  const missing = await Promise.all(named.map(async (path) => ((await shell.match(path)) ? [] : [path])))
  await shell.addAll(missing.flat())
  const keys = (await shell.keys()).filter(({ url }) => new URL(url).pathname.startsWith("/assets/"))
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST))) await shell.delete(old)
}

self.addEventListener("push", (event) => event.waitUntil(tell(event.data?.json())))

/** What the server tells while no desk is open; whoever looks at one sees it there. */
async function tell(told: unknown): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true })
  if (windows.some(({ focused }) => focused)) return
  const { title, ...more } = isTold(told) ? told : {}
  await self.registration.showNotification(title ?? "Vigie", { icon: "/icon-192.png", ...more })
}

const isTold = (told: unknown): told is NotificationOptions & { title?: string } => typeof told === "object" && told !== null

/** The browser has changed its address at its push service: the server is told the new one. */
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(moved(event)))

async function moved({ newSubscription, oldSubscription }: Moving): Promise<void> {
  const key = oldSubscription?.options.applicationServerKey
  const now =
    newSubscription ?? (key ? await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }) : null)
  if (!now) return
  const { endpoint, keys } = now.toJSON()
  await fetch("/api/push", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ endpoint, keys }) })
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close()
  const data: unknown = event.notification.data
  const path = typeof data === "string" && data.startsWith("/") ? data : "/"
  event.waitUntil(show(path))
})

/** In a window that is open already, if there is one. */
async function show(path: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true })
  const one = windows.find((each) => each.visibilityState === "visible") ?? windows[0]
  if (!one) {
    await self.clients.openWindow(path)
    return
  }
  one.postMessage({ go: path }, {})
  await one.focus()
}
