import { useNavigate } from "@tanstack/react-router"
import { useEffect } from "react"
import { language } from "../words/language.ts"

/** The first list comes before what the next visit needs. */
const LATER = 300

/** Lets the desk be installed and open without a line; where workers aren't allowed (plain http) it is a page as any other. */
export function useInstalled(): void {
  const navigate = useNavigate()
  const speaks = language.use()
  useEffect(() => {
    document.querySelector("link[rel=manifest]")?.setAttribute("href", `/manifest.${speaks}.webmanifest`)
  }, [speaks])
  useEffect(() => {
    const { serviceWorker } = navigator
    if (!serviceWorker) return
    const register = (): void => void serviceWorker.register("/sw.js").catch(() => {}) // refused by the browser: nothing depends on it
    const timer = setTimeout(register, LATER)
    const go = (event: MessageEvent<unknown>): void => {
      const { data } = event
      if (typeof data === "object" && data !== null && "go" in data && typeof data.go === "string" && data.go.startsWith("/"))
        void navigate({ href: data.go })
    }
    serviceWorker.addEventListener("message", go)
    return () => {
      clearTimeout(timer)
      serviceWorker.removeEventListener("message", go)
    }
  }, [navigate])
}
