import { useState } from "react"
import { Button } from "../parts/button.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import type { ArticleLanguage, OneArticle } from "./api.ts"
import { Blocks } from "./blocks.tsx"
import { TextEditor } from "./text-editor.tsx"

/** One language of an article: written, or still to be written. */
export function TextPane({ article, language }: { article: OneArticle; language: ArticleLanguage }) {
  const { say } = useWords()
  const may = useMayAct()
  const text = article.texts.find((each) => each.language === language) ?? null
  const [begun, setBegun] = useState(false)
  const writes = may && article.archivedAt === null
  return (
    <section
      className="text-pane"
      id={`text-${language}`}
      lang={language}
      data-language={language}
      aria-label={say(`articles.language.${language}`)}
    >
      {text === null && !begun ? (
        <div className="text-none">
          <p>{say(`articles.notIn.${language}`)}</p>
          {writes && (
            <Button icon="write" onPress={() => setBegun(true)}>
              {say(`articles.writeIn.${language}`)}
            </Button>
          )}
        </div>
      ) : writes ? (
        <TextEditor article={article} language={language} first={text} />
      ) : (
        text && (
          <>
            <h2>{text.title}</h2>
            <Blocks blocks={text.blocks} />
          </>
        )
      )}
    </section>
  )
}
