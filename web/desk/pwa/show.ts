/** By the worker, which survives the page; where there is none, by the page itself. */
export async function show(title: string, options: NotificationOptions): Promise<void> {
  const found = await navigator.serviceWorker?.getRegistration()
  // One that is still being installed refuses to show anything.
  const registration = found?.active ? found : found && (await navigator.serviceWorker.ready)
  const all = { icon: "/icon-192.png", lang: document.documentElement.lang, ...options }
  if (registration) await registration.showNotification(title, all)
  else new Notification(title, all).addEventListener("click", () => window.focus())
}
