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
  "demo.refused.edition":
    "{home} holds the example company as another version of Vigie built it, and this one tells it differently. Nothing in it is real: remove the folder (rm -r {home}) and start again, or name another one in VIGIE_HOME.",
  "demo.refused.editionWithDatabase":
    "{home} holds the example company as another version of Vigie built it, and this one tells it differently. Nothing in it is real: remove the folder (rm -r {home}), empty the database that DATABASE_URL names (dropdb NAME; createdb NAME), and start again.",
  "demo.refused.notEmpty":
    "{home} holds something already. The example company needs an empty folder: leave VIGIE_HOME unset, or name a new one.",
  "demo.refused.isDemo":
    "{home} holds the example company, which sends nothing. Start it with: npm start -- --demo. For a real house, name another folder in VIGIE_HOME.",
  "demo.refused.database":
    "The database that DATABASE_URL names holds something already: a house, or a first build of the example company that was interrupted. The example company needs an empty one. Make a new database, or empty this one (dropdb NAME; createdb NAME), and start again.",
} as const
