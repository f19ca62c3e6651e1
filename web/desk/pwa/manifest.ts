/** What the desk is called where it is installed. */
export function manifest(language: string, words: { description: string; mine: string; waiting: string; all: string }): object {
  const icon = (name: string, sizes: string, purpose = "any") => ({ src: `/${name}.png`, sizes, type: "image/png", purpose })
  const shortcut = (name: string, view: string) => ({ name, url: `/cases?view=${view}`, icons: [icon("icon-192", "192x192")] })
  return {
    id: "/",
    name: "Vigie",
    short_name: "Vigie",
    description: words.description,
    lang: language,
    start_url: "/",
    scope: "/",
    display: "standalone",
    // The deepest paper of the light theme; the page's own theme-color says the rest.
    background_color: "#eef1f4",
    theme_color: "#eef1f4",
    categories: ["business", "productivity"],
    icons: [icon("icon-192", "192x192"), icon("icon-512", "512x512"), icon("icon-maskable", "512x512", "maskable")],
    shortcuts: [shortcut(words.mine, "mine"), shortcut(words.waiting, "waiting"), shortcut(words.all, "all")],
  }
}
