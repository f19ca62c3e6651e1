import { PRIVATE_STORIES } from "./private-stories.ts"
import { PUBLIC_STORIES } from "./public-stories.ts"
import type { Scene } from "./scene.ts"

/** The fifteen stories, in their order. */
export const SCENES: readonly Scene[] = [...PRIVATE_STORIES, ...PUBLIC_STORIES].toSorted((a, b) => a.story - b.story)
