import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router"
import { listSearch } from "./api/cases.ts"
import { defined, text } from "./api/search-values.ts"
import { type FiguresSearch, PERIODS } from "./api/figures.ts"
import { query } from "./api/request.ts"
import { isDemo } from "./demo/is-demo.ts"
import { type ArticleSearch, FILTERS } from "./knowledge/filters.ts"
import { Gate } from "./shell/gate.tsx"
import { Desk } from "./shell/desk.tsx"
import { GoHome } from "./shell/go-home.tsx"
import { NotHere } from "./shell/not-here.tsx"
import { NoCase } from "./thread/no-case.tsx"
import { worded } from "./words/worded.ts"

const root = createRootRoute({ component: Gate, notFoundComponent: NotHere })

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw isDemo ? redirect({ to: "/demo" }) : redirect({ to: "/cases", search: { view: "mine" } })
  },
})

/** Where the way in is; once in, it leads to the desk. */
const signIn = createRoute({ getParentRoute: () => root, path: "/sign-in", component: GoHome })

/** Each list has an address; the open case keeps its list beside it. */
const cases = createRoute({
  getParentRoute: () => root,
  path: "/cases",
  component: Desk,
  validateSearch: listSearch,
})

const noCase = createRoute({ getParentRoute: () => cases, path: "/", component: NoCase })
const oneCase = createRoute({
  getParentRoute: () => cases,
  path: "$number",
  component: lazyRouteComponent(() => import("./thread/case-pane.tsx"), "CasePane"),
})

const viewPage = createRoute({
  getParentRoute: () => cases,
  path: "view/$viewId",
  component: lazyRouteComponent(() => worded(import("./views/view-page.tsx")), "ViewPage"),
})

const knowledge = createRoute({
  getParentRoute: () => root,
  path: "/knowledge",
  component: lazyRouteComponent(() => worded(import("./knowledge/knowledge.tsx")), "Knowledge"),
  validateSearch: (search: Record<string, unknown>): ArticleSearch =>
    defined({ filter: FILTERS.find((filter) => filter === search["filter"]), q: text(search["q"]) }),
})
const noArticle = createRoute({
  getParentRoute: () => knowledge,
  path: "/",
  component: lazyRouteComponent(() => worded(import("./knowledge/no-article.tsx")), "NoArticle"),
})
const oneArticle = createRoute({
  getParentRoute: () => knowledge,
  path: "$article",
  component: lazyRouteComponent(() => worded(import("./knowledge/article-page.tsx")), "ArticlePage"),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => worded(import("./settings/settings.tsx")), "Settings"),
})
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: "/",
  beforeLoad: () => {
    // A telephone shows the list first.
    if (!matchMedia("(width < 45rem)").matches) throw redirect({ to: "/settings/$page", params: { page: "account" } })
  },
})
const settingsPage = createRoute({
  getParentRoute: () => settings,
  path: "$page",
  component: lazyRouteComponent(() => worded(import("./settings/settings-page.tsx")), "SettingsPage"),
})

const figures = createRoute({
  getParentRoute: () => root,
  path: "/figures",
  component: lazyRouteComponent(() => worded(import("./figures/figures.tsx")), "Figures"),
  validateSearch: (search: Record<string, unknown>): FiguresSearch => {
    const { from, to, inbox, team, tag } = search
    const period = PERIODS.find((name) => name === search["period"])
    return defined({ period, from: text(from), to: text(to), inbox: text(inbox), team: text(team), tag: text(tag) })
  },
})

const start = createRoute({
  getParentRoute: () => root,
  path: "/start",
  component: lazyRouteComponent(() => worded(import("./start/start.tsx")), "Start"),
})

/** In a demonstration alone: elsewhere nothing leads here. */
const demo = createRoute({
  getParentRoute: () => root,
  path: "/demo",
  component: lazyRouteComponent(() => worded(import("./demo/demo-page.tsx")), "DemoPage"),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  component: lazyRouteComponent(() => worded(import("./settings/welcome.tsx")), "Welcome"),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    signIn,
    cases.addChildren([noCase, oneCase, viewPage]),
    knowledge.addChildren([noArticle, oneArticle]),
    settings.addChildren([settingsHome, settingsPage]),
    figures,
    start,
    demo,
    welcome,
  ]),
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: query,
})

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router
  }
}
