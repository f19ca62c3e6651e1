import { useQuery } from "@tanstack/react-query"
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { isDemo } from "../demo/is-demo.ts"
import { meQuery } from "../api/people.ts"
import type { Me } from "../api/types.ts"
import { Hints } from "../parts/hint.tsx"
import { Loading } from "../parts/loading.tsx"
import { speak } from "../words/language.ts"
import { timeZone } from "../words/time-zone.ts"
import { worded } from "../words/worded.ts"
import { useInstalled } from "../pwa/install.ts"
import { useNewer } from "../pwa/newer.ts"
import { barOpen } from "../bar/bar-open.ts"
import { Announcer } from "./announcer.tsx"
import { Away } from "./away.tsx"
import { BegunKeys } from "./begun-keys.tsx"
import { ConnectionBanner } from "./connection-banner.tsx"
import { useEverywhereKeys } from "./desk-keys.ts"
import { useLive } from "./live.ts"
import { MeContext } from "./me.ts"
import { forgetNotices, Notices } from "./notices.tsx"
import { helpOpen } from "./help-open.ts"
import { usePreferences } from "./use-preferences.ts"
import { wasWelcomed } from "./welcomed.ts"
import { keepFor } from "./whose.ts"
import { latePart } from "../parts/late-part.tsx"

const SignIn = latePart(async () => (await import("../sign-in/sign-in.tsx")).SignIn, { wait: <Loading />, page: true })
const CommandBar = latePart(async () => (await worded(import("../bar/command-bar.tsx"))).CommandBar, { over: true })
const ShortcutHelp = latePart(async () => (await import("./shortcut-help.tsx")).ShortcutHelp, { over: true })

/** Milliseconds until the server is asked again whether it is there. */
const AGAIN = 5000

/** Nobody signed in: the way in, at whatever address was asked for, so that signing in leads there. */
export function Gate() {
  const me = useQuery({ ...meQuery, refetchInterval: ({ state }) => (state.status === "error" ? AGAIN : false) })
  const [wrong, setWrong] = useState<Error | null>(null)
  const now = me.error ?? (me.failureCount > 1 ? me.failureReason : null)
  if (now && now !== wrong) setWrong(now) // stays while it is tried again
  if (me.data === undefined) return wrong ? <Away error={wrong} again={() => void me.refetch()} /> : <Loading />
  return me.data ? <SignedIn me={me.data} /> : <SignIn />
}

function SignedIn({ me }: { me: Me }) {
  useEffect(() => {
    void speak(me.language)
    timeZone.set(me.timeZone)
  }, [me.language, me.timeZone])
  useEffect(() => forgetNotices, [me.id])
  keepFor(me.id)
  useLive(me)
  useInstalled()
  useNewer()
  usePreferences()
  useEverywhereKeys()
  useWelcome(me)
  return (
    <MeContext value={me}>
      <ConnectionBanner />
      <Outlet />
      <Notices />
      <Announcer />
      {helpOpen.use() && <ShortcutHelp onClose={() => helpOpen.set(false)} />}
      {barOpen.use() && <CommandBar onClose={() => barOpen.set(false)} />}
      <BegunKeys />
      <Hints />
    </MeContext>
  )
}

/** After a first sign-in by a link, once: how to come in next time. */
function useWelcome(me: Me): void {
  const navigate = useNavigate()
  const first = useRouterState({ select: ({ location: { pathname } }) => pathname === "/" || pathname === "/cases" })
  const wanted = !isDemo && !wasWelcomed(me.id) && !me.hasPassword && me.passkeys.length === 0 && first
  useEffect(() => {
    if (wanted) void navigate({ to: "/welcome", replace: true })
  }, [wanted, navigate])
}
