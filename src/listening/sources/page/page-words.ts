import { plainText } from "#markup"
import { Parser } from "htmlparser2"

export interface PageWords {
  title: string | null
  language: string | null
  text: string
}

/** Around what a page is about: navigation, legal lines, forms. */
const AROUND = new Set(["nav", "header", "footer", "aside", "form", "menu", "dialog"])
const LARGEST = 2_000_000

/** The words of a web page: those of its main part where it names one. */
export function pageWords(html: string): PageWords {
  const page = html.slice(0, LARGEST)
  const told = { title: "", language: null as string | null, inTitle: false, isDone: false }
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === "html") told.language = attributes["lang"] || null
      told.inTitle = name === "title" && !told.title
      if (name === "body") told.isDone = true
    },
    ontext: (text) => {
      if (told.inTitle && !told.isDone) told.title += text
    },
    onclosetag: () => (told.inTitle = false),
  })
  parser.end(page.slice(0, 100_000))
  const main = inside(page, "main") ?? inside(page, "article") ?? page
  return { title: told.title.replace(/\s+/g, " ").trim() || null, language: told.language, text: plainText(main, AROUND) }
}

/** From the first element of this name to the last end of one. */
function inside(page: string, name: string): string | null {
  const small = page.toLowerCase()
  const [start, end] = [small.search(new RegExp(`<${name}[\\s>]`)), small.lastIndexOf(`</${name}`)]
  return start >= 0 && end > start ? page.slice(start, end) : null
}
