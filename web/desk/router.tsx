import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router"
import { listSearch } from "./api/cases.ts"
import { defined, text } from "./api/search-values.ts"
import { type FiguresSearch, PERIODS } from "./api/figures.ts"
import { query } from "./api/request.ts"
import { isDemo } from "./demo/is-demo.ts"
import { type ArticleSearch, FILTERS } from "./knowledge/filters.ts"
import type { AnswersSearch, MentionSearch, WatchSearch } from "./listening/search.ts"
import { ANSWER_LISTS, MENTION_KINDS, RANGES, TONES } from "./listening/search.ts"
import { latePart } from "./parts/late-part.tsx"
import { Loading } from "./parts/loading.tsx"
import { PartAmiss } from "./parts/part-amiss.tsx"
import { Gate } from "./shell/gate.tsx"
import { Desk } from "./shell/desk.tsx"
import { GoHome } from "./shell/go-home.tsx"
import { NotHere } from "./shell/not-here.tsx"
import { NoCase } from "./thread/no-case.tsx"
import { worded } from "./words/worded.ts"

/** A page of its own, and what stands on a page. */
const PAGE = { wait: <Loading />, page: true }
const INNER = { wait: <Loading /> }

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
  component: latePart(async () => (await import("./thread/case-pane.tsx")).CasePane, INNER),
})

const viewPage = createRoute({
  getParentRoute: () => cases,
  path: "view/$viewId",
  component: latePart(async () => (await worded(import("./views/view-page.tsx"))).ViewPage, INNER),
})

const knowledge = createRoute({
  getParentRoute: () => root,
  path: "/knowledge",
  component: latePart(async () => (await worded(import("./knowledge/knowledge.tsx"))).Knowledge, PAGE),
  validateSearch: (search: Record<string, unknown>): ArticleSearch =>
    defined({ filter: FILTERS.find((filter) => filter === search["filter"]), q: text(search["q"]) }),
})
const noArticle = createRoute({
  getParentRoute: () => knowledge,
  path: "/",
  component: latePart(async () => (await worded(import("./knowledge/no-article.tsx"))).NoArticle, INNER),
})
const oneArticle = createRoute({
  getParentRoute: () => knowledge,
  path: "$article",
  component: latePart(async () => (await worded(import("./knowledge/article-page.tsx"))).ArticlePage, INNER),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: latePart(async () => (await worded(import("./settings/settings.tsx"))).Settings, PAGE),
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
  component: latePart(async () => (await worded(import("./settings/settings-page.tsx"))).SettingsPage, INNER),
})

const figures = createRoute({
  getParentRoute: () => root,
  path: "/figures",
  component: latePart(async () => (await worded(import("./figures/figures.tsx"))).Figures, PAGE),
  validateSearch: (search: Record<string, unknown>): FiguresSearch => {
    const { from, to, inbox, team, tag } = search
    const period = PERIODS.find((name) => name === search["period"])
    return defined({ period, from: text(from), to: text(to), inbox: text(inbox), team: text(team), tag: text(tag) })
  },
})

const watches = createRoute({
  getParentRoute: () => root,
  path: "/listening",
  component: latePart(async () => (await worded(import("./listening/watches-page.tsx"))).WatchesPage, PAGE),
})
const newWatch = createRoute({
  getParentRoute: () => root,
  path: "/listening/new",
  component: latePart(async () => (await worded(import("./listening/editor/watch-editor.tsx"))).NewWatch, PAGE),
})
const watchPage = createRoute({
  getParentRoute: () => root,
  path: "/listening/$watch",
  component: latePart(async () => (await worded(import("./listening/watch/watch-page.tsx"))).WatchPage, PAGE),
  validateSearch: (search: Record<string, unknown>): WatchSearch =>
    defined({ range: RANGES.find((range) => range === search["range"]), beside: text(search["beside"]) }),
})
const editWatch = createRoute({
  getParentRoute: () => root,
  path: "/listening/$watch/edit",
  component: latePart(async () => (await worded(import("./listening/editor/watch-editor.tsx"))).EditWatch, PAGE),
})
const mentions = createRoute({
  getParentRoute: () => root,
  path: "/listening/mentions",
  component: latePart(async () => (await worded(import("./listening/mentions/mentions-pane.tsx"))).Mentions, PAGE),
  validateSearch: (search: Record<string, unknown>): MentionSearch => {
    const { watch, from, to, source, language, site, country, words, by } = search
    const kind = MENTION_KINDS.find((name) => name === search["kind"])
    return defined({
      watch: text(watch),
      from: text(from),
      to: text(to),
      source: text(source),
      kind,
      language: text(language),
      site: text(site),
      country: text(country),
      words: text(words),
      by: text(by),
      tone: TONES.find((name) => name === search["tone"]),
    })
  },
})
const noMention = createRoute({
  getParentRoute: () => mentions,
  path: "/",
  component: latePart(async () => (await worded(import("./listening/mentions/mention-page.tsx"))).NoMention, INNER),
})
const oneMention = createRoute({
  getParentRoute: () => mentions,
  path: "$mention",
  component: latePart(async () => (await worded(import("./listening/mentions/mention-page.tsx"))).MentionPage, INNER),
})
const answers = createRoute({
  getParentRoute: () => root,
  path: "/listening/answers",
  component: latePart(async () => (await worded(import("./listening/answers/answers-page.tsx"))).AnswersPage, PAGE),
  validateSearch: (search: Record<string, unknown>): AnswersSearch =>
    defined({ show: ANSWER_LISTS.find((list) => list === search["show"]) }),
})
const alarms = createRoute({
  getParentRoute: () => root,
  path: "/listening/alarms",
  component: latePart(async () => (await worded(import("./listening/alarms/alarms-page.tsx"))).AlarmsPage, PAGE),
})
const oneAlarm = createRoute({
  getParentRoute: () => root,
  path: "/listening/alarms/$alarm",
  component: latePart(async () => (await worded(import("./listening/alarms/alarm-page.tsx"))).AlarmPage, PAGE),
})
const oneStory = createRoute({
  getParentRoute: () => root,
  path: "/listening/stories/$story",
  component: latePart(async () => (await worded(import("./listening/stories/story-page.tsx"))).StoryPage, PAGE),
})
const sources = createRoute({
  getParentRoute: () => root,
  path: "/listening/sources",
  component: latePart(async () => (await worded(import("./listening/sources/sources-page.tsx"))).SourcesPage, PAGE),
})
const newSource = createRoute({
  getParentRoute: () => root,
  path: "/listening/sources/new",
  component: latePart(async () => (await worded(import("./listening/sources/new-source.tsx"))).NewSource, PAGE),
})
const limits = createRoute({
  getParentRoute: () => root,
  path: "/listening/sources/limits",
  component: latePart(async () => (await worded(import("./listening/sources/limits-page.tsx"))).LimitsPage, PAGE),
})
const oneSource = createRoute({
  getParentRoute: () => root,
  path: "/listening/sources/$source",
  component: latePart(async () => (await worded(import("./listening/sources/source-page.tsx"))).SourcePage, PAGE),
})

const start = createRoute({
  getParentRoute: () => root,
  path: "/start",
  component: latePart(async () => (await worded(import("./start/start.tsx"))).Start, PAGE),
})

/** In a demonstration alone: elsewhere nothing leads here. */
const demo = createRoute({
  getParentRoute: () => root,
  path: "/demo",
  component: latePart(async () => (await worded(import("./demo/demo-page.tsx"))).DemoPage, PAGE),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  component: latePart(async () => (await worded(import("./settings/welcome.tsx"))).Welcome, PAGE),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    signIn,
    cases.addChildren([noCase, oneCase, viewPage]),
    knowledge.addChildren([noArticle, oneArticle]),
    settings.addChildren([settingsHome, settingsPage]),
    figures,
    watches,
    newWatch,
    watchPage,
    editWatch,
    mentions.addChildren([noMention, oneMention]),
    answers,
    alarms,
    oneAlarm,
    oneStory,
    sources,
    newSource,
    limits,
    oneSource,
    start,
    demo,
    welcome,
  ]),
  defaultErrorComponent: ({ reset }) => <PartAmiss page missing={false} again={reset} />,
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: query,
})

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router
  }
}
