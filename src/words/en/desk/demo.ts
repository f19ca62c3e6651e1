export const demo = {
  "demo.title": "The example company",
  "demo.company": "Goéland, the co-op of both shores",
  "demo.what":
    "Internet and telephone, flowers, help when travelling: 61,000 members in Brittany and the south of England write in French and in English. Tonight you are {name}, who heads member care. Mail is arriving as you read this.",
  "demo.try": "Take any case and answer it: the customer writes back in less than a minute. Nothing you send leaves this machine.",
  "demo.both":
    "Each story happens on both shores, to other people: told in French to whoever reads French, in English to whoever reads English.",
  "demo.told": "Language of the stories and of the desk",
  "demo.filling": "{count} older cases are still being filled in behind.",
  "demo.open": "Case #{number}",
  "demo.also": "and #{number}",
  "demo.place.mention": "what was said",
  "demo.place.story": "the story it is of",
  "demo.place.watch": "the watch",
  "demo.place.alarms": "the alarm",
  "demo.play": "Play what comes next",
  "demo.played": "Played to its end",
  "demo.happened": "It happened: look at #{number}.",
  "demo.mail": "To the cases",
} as const
