import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi"
import { type PeopleEnv, requireRole } from "#people"
import { Conflict, json, newRouter, NotFound } from "#platform"
import { type Language, say } from "#words"
import type { DemoDesk } from "./demo-desk.ts"
import type { Scene } from "./scenes/scene.ts"
import { SCENES } from "./scenes/scenes.ts"

const sceneView = z
  .object({
    key: z.string(),
    story: z.number().int(),
    title: z.string(),
    look: z.string().openapi({ description: "What it is and what to look at" }),
    next: z.string().openapi({ description: "What happens when it is played on" }),
    cases: z.array(z.object({ number: z.number().int(), subject: z.string() })),
    places: z
      .array(z.object({ show: z.enum(["mention", "story", "watch", "alarms"]), id: z.string() }))
      .openapi({ description: "Where it is seen in the open" }),
    left: z.number().int().openapi({ description: "How many moments are still to come" }),
  })
  .openapi("DemoScene")

const demoView = z
  .object({
    older: z.number().int().openapi({ description: "Cases of the past that are still being filled in" }),
    scenes: z.array(sceneView),
  })
  .openapi("Demo")

export type DemoSceneView = z.infer<typeof sceneView>
export type DemoView = z.infer<typeof demoView>

/** What the desk of a demonstration asks: its fifteen stories, and what happens next in one. Only there are these routes. */
export function demoRoutes(desk: DemoDesk): OpenAPIHono<PeopleEnv> {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/demo",
        tags: ["demo"],
        summary: "The fifteen stories of the example company, as they are told in the reader’s language",
        responses: { 200: json(demoView, "The stories, and how much of the past is still missing") },
      }),
      async (c) => {
        const scenes = await Promise.all(SCENES.map((scene) => shown(desk, scene, c.get("language"))))
        return c.json({ older: desk.mark.older, scenes }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/demo/scenes/{key}/play",
        tags: ["demo"],
        summary: "Make the next thing of a story happen now, as it is told in the reader’s language",
        request: {
          params: z.object({
            key: z
              .string()
              .max(40)
              .openapi({ param: { name: "key", in: "path" } }),
          }),
        },
        responses: { 200: json(z.object({ number: z.number().int(), scene: sceneView }), "It happened: in which case") },
      }),
      async (c) => {
        requireRole(c.get("actor"), "agent")
        const { key } = c.req.valid("param")
        const scene = SCENES.find((one) => one.key === key)
        if (!scene) throw new NotFound("demo.scene.notFound")
        const language = c.get("language")
        const number = await desk.play(scene, language)
        if (number === null) throw new Conflict("demo.scene.over")
        return c.json({ number, scene: await shown(desk, scene, language) }, 200)
      },
    )
}

/** A story as it is told in the reader's language. */
async function shown(desk: DemoDesk, { key, story, told }: Scene, language: Language): Promise<DemoSceneView> {
  return {
    key,
    story,
    title: say(language, `demo.scene.${key}.title`),
    look: say(language, `demo.scene.${key}.look`),
    next: say(language, `demo.scene.${key}.next`),
    cases: await desk.casesOf({ key, tongue: language }),
    places: await desk.placesOf(told[language]),
    left: told[language].next.length - desk.played({ key, tongue: language }),
  }
}
