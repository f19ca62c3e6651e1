/** As much of a service worker's world as ours uses; the compiler's own would take the page's place in every other file. */
export interface WorkerScope {
  addEventListener(kind: "install" | "activate", act: (event: Lasting) => void): void
  addEventListener(kind: "fetch", act: (event: Fetching) => void): void
  addEventListener(kind: "push", act: (event: Pushed) => void): void
  addEventListener(kind: "pushsubscriptionchange", act: (event: Moving) => void): void
  addEventListener(kind: "notificationclick", act: (event: Clicked) => void): void
  registration: ServiceWorkerRegistration
  skipWaiting(): Promise<void>
  clients: {
    claim(): Promise<void>
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly OpenWindow[]>
    openWindow(path: string): Promise<unknown>
  }
}

interface OpenWindow {
  visibilityState: string
  focused: boolean
  postMessage(message: object, options: object): void
  focus(): Promise<unknown>
}

interface Lasting {
  waitUntil(doing: Promise<unknown>): void
}

interface Pushed extends Lasting {
  data: { json: () => unknown } | null
}

export interface Moving extends Lasting {
  newSubscription: PushSubscription | null
  oldSubscription: PushSubscription | null
}

interface Fetching {
  request: Request
  respondWith(answer: Promise<Response>): void
}

interface Clicked extends Lasting {
  notification: Notification
}
