import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { I18nProvider } from "react-aria-components"
import "./shell/appearance.ts"
import type { FirstSight } from "./api/first-sight.ts"
import { resumeFrom } from "./api/feed.ts"
import { mayPass } from "./api/request.ts"
import { seed } from "./api/seed.ts"
import { router } from "./router.tsx"
import { language, speak } from "./words/language.ts"
import { timeZone } from "./words/time-zone.ts"

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // Without a line the page says so at once, and asks again when there is one: it doesn't wait in silence.
      networkMode: "always",
      refetchOnReconnect: true,
      retry: (tries, error) => tries < 3 && mayPass(error),
      refetchOnWindowFocus: false, // the feed says what changed
    },
    mutations: { networkMode: "always" },
  },
})

function App() {
  return (
    <I18nProvider locale={language.use() === "fr" ? "fr-FR" : "en-GB"}>
      <RouterProvider router={router} />
    </I18nProvider>
  )
}

/** Draws the desk; what was fetched with the page stands in it from the first frame. */
export async function start(first: FirstSight | null): Promise<void> {
  if (first) {
    seed(client, first)
    resumeFrom(first.seq)
    if (first.me) timeZone.set(first.me.timeZone)
  }
  await Promise.all([speak(first?.me?.language ?? language.get()), router.load()])
  const place = document.getElementById("desk")
  if (!place) return
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
}
