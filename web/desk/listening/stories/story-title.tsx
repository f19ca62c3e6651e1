import { useQueryClient } from "@tanstack/react-query"
import { patch } from "../../api/request.ts"
import { Dialog } from "../../parts/dialog.tsx"
import { Field } from "../../parts/field.tsx"
import { Form } from "../../parts/form.tsx"
import { FormEnd } from "../../parts/form-end.tsx"
import { useWords } from "../../words/use-words.ts"
import { type StoryDetail, storyQuery } from "./api.ts"

/** A title that a person gives: headlines that come later don't change it. */
export function StoryTitle({ story, onClose }: { story: StoryDetail; onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  return (
    <Dialog title={say("listen.story.name")} onClose={onClose}>
      <Form
        keeps="title"
        onSend={async (values) => {
          const named = await patch<StoryDetail>(`/api/stories/${story.id}`, { title: values.text("title") })
          client.setQueryData(storyQuery(story.id).queryKey, named)
          void client.invalidateQueries({ queryKey: ["stories"] })
          onClose()
        }}
      >
        <Field
          label={say("listen.story.title")}
          name="title"
          first={story.title ?? ""}
          help={say("listen.story.titleHelp")}
          autoFocus
          required
        />
        <FormEnd onCancel={onClose}>{say("act.save")}</FormEnd>
      </Form>
    </Dialog>
  )
}
