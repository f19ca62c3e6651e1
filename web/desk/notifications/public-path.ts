import type { Notification } from "../api/types.ts"

/** Where that stands which is tied to no case: a surge of what is said, a story, or a mention. */
export function publicPath({ alarmId, storyId, mentionId }: Notification): string {
  if (alarmId) return `/listening/alarms/${alarmId}`
  return storyId ? `/listening/stories/${storyId}` : `/listening/mentions/${mentionId}`
}
