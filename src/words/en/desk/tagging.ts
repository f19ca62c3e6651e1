/** What is said where tags are put in order. */
export const tagging = {
  "settings.tags": "Tags",
  "tagging.articles": { one: "1 article", other: "{count} articles" },
  "tagging.becomes": "“{tag}” becomes “{becomes}”",
  "tagging.cases": { one: "1 case", other: "{count} cases" },
  "tagging.changes": "Latest changes of tags",
  "tagging.done": { one: "Done: 1 case changed.", other: "Done: {count} cases changed." },
  "tagging.explain":
    "What cases and articles are sorted by. A tag that is renamed or removed here is so everywhere; views and rules follow a new name.",
  "tagging.find": "Find a tag",
  "tagging.joins": "“{tag}” is there already: the two become one, and can’t be told apart again.",
  "tagging.lost": {
    one: "1 case has it and loses it, and so do articles. Views and rules that name it stay as they are. This can’t be taken back.",
    other:
      "{count} cases have it and lose it, and so do articles. Views and rules that name it stay as they are. This can’t be taken back.",
  },
  "tagging.more": "More tags",
  "tagging.name": "Name",
  "tagging.none": "No tag was given yet. They are added in the panel of a case.",
  "tagging.noneLike": "No tag begins like this.",
  "tagging.remove": { one: "Take it off 1 case", other: "Take it off {count} cases" },
  "tagging.rename": "Rename",
  "tagging.renaming": "Rename “{tag}”",
  "tagging.takesOff": "“{tag}” is taken off",
  "tagging.touches": { one: "1 case gets the new name.", other: "{count} cases get the new name." },
}
