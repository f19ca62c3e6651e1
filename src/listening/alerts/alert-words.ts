import type { Agent } from "#people"
import { say, type Language } from "#words"
import { TRACK_DAYS } from "../alarms/tracks.ts"
import type { AlarmFacts } from "./alarm-facts.ts"

/** One alarm in words: the one sentence that matters, and what stands below it. */
export interface AlertWords {
  headline: string
  lines: { about: string; words: string }[]
}

/** Since when, how strong, on what, whose cases, how often it was right, and what couldn't be read: in the reader's language and hours. */
export function alertWords({ language, timeZone }: Agent, { alarm, track, stories, cases, unread }: AlarmFacts): AlertWords {
  const { posts, people, words, sites, countries = [], minutes, count, usual, seldomAbove, ofThisHour, complete } = alarm.evidence
  const line = (about: string, text: string) => ({ about: say(language, `listening.alertMail.${about}`), words: text })
  const number = numbersIn(language)
  const list = listsIn(language)
  const nameOf = countriesIn(language)
  const strong = say(language, ofThisHour ? "listening.alertMail.heightNow" : "listening.alertMail.height", {
    count: number(count),
    minutes,
    usual: number(usual),
    seldom: number(seldomAbove),
    strength: number(alarm.strength),
  })
  return {
    headline: say(language, alarm.watch_id ? "listening.alertMail.headline" : "listening.alertMail.deskHeadline", {
      name: alarm.subject.name,
      since: momentIn(language, timeZone)(alarm.since),
      people: say(language, "listening.alertMail.people", { count: people }),
      posts: say(language, alarm.watch_id ? "listening.alertMail.posts" : "listening.alertMail.messages", { count: posts }),
    }),
    lines: [
      line("strong", strong),
      ...(words.length > 0 ? [line("words", list(words.map(({ word, people: n }) => `${word} (${number(n)})`)))] : []),
      ...(stories.length > 0
        ? [line("stories", list(stories.map(({ title }) => say(language, "listening.alertMail.quoted", { words: title ?? "…" }))))]
        : []),
      ...(sites.length > 0 ? [line("sites", list(sites.slice(0, 5).map(({ site, posts: n }) => `${site} (${number(n)})`)))] : []),
      ...(countries.length > 0
        ? [line("countries", list(countries.slice(0, 5).map(({ country, people: n }) => `${nameOf(country)} (${number(n)})`)))]
        : []),
      line(
        "cases",
        cases === 0 ? say(language, "listening.alertMail.noCases") : say(language, "listening.alertMail.openCases", { count: cases }),
      ),
      line("track", trackWords()),
      line("unread", unreadWords()),
    ],
  }

  function trackWords(): string {
    const { called, right, wrong } = track
    if (called <= 1) return say(language, "listening.alertMail.first", { days: TRACK_DAYS })
    if (right + wrong === 0) return say(language, "listening.alertMail.unjudged", { count: called, days: TRACK_DAYS })
    return say(language, "listening.alertMail.right", { count: called, days: TRACK_DAYS, right, judged: right + wrong })
  }

  function unreadWords(): string {
    if (unread.length > 0) return say(language, "listening.alertMail.unreadSources", { names: list(unread) })
    if (!alarm.watch_id) return say(language, complete ? "listening.alertMail.allTaken" : "listening.alertMail.partTaken")
    return say(language, complete ? "listening.alertMail.allRead" : "listening.alertMail.partRead")
  }
}

const tag = (language: Language) => (language === "en" ? "en-GB" : "fr-FR")

export const listsIn = (language: Language) => (items: readonly string[]) =>
  new Intl.ListFormat(tag(language), { type: "conjunction" }).format(items)

const numbersIn = (language: Language) => (n: number) => n.toLocaleString(tag(language), { maximumFractionDigits: n < 10 ? 1 : 0 })

/** By its name; what isn't a country's code as it was told. */
function countriesIn(language: Language): (code: string) => string {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "code" })
  return (code) => (/^[A-Za-z]{2}$/.test(code) ? (names.of(code) ?? code) : code)
}

/** As clocks show it where the reader is. */
export const momentIn = (language: Language, timeZone: string) => (at: Date) =>
  new Intl.DateTimeFormat(tag(language), {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  }).format(at)
