export const demo = {
  "demo.keeps": "This is the example company: nothing you send leaves this machine. It is shown as sent, and kept.",
  "demo.building": "Building the example company, once:",
  "demo.people": "  forty people, six teams, twelve inboxes",
  "demo.recent": "  the last weeks: {count} cases",
  "demo.listening": "  what is said in the open, a month of it",
  "demo.scenes": "  fifteen stories, in English and in French",
  "demo.later": "  Three years of older cases are filled in while you look around.",
  "demo.scene.notFound": "There is no such story.",
  "demo.scene.over": "This story has been played to its end.",
} as const
