import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { I18nProvider } from "react-aria-components"
import "./shell/appearance.ts"
import { Refused } from "./api/request.ts"
import { router } from "./router.tsx"
import { language, speak } from "./words/language.ts"

const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (tries, error) => error instanceof Refused && (error.status === 0 || error.status >= 500) && tries < 3,
      refetchOnWindowFocus: false, // the feed says what changed
    },
  },
})

function App() {
  return (
    <I18nProvider locale={language.use() === "fr" ? "fr-FR" : "en-GB"}>
      <RouterProvider router={router} />
    </I18nProvider>
  )
}

await speak(language.get())
const place = document.getElementById("desk")
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
}
