/** What is said in the composer when something came in between. */
export const beside = {
  "draft.begun": "You had begun another answer:",
  "draft.both": "Keep both",
  "draft.elsewhere": "This draft was changed on another screen:",
  "draft.files": "Files without words",
  "draft.gone": "This draft was sent or thrown away meanwhile, perhaps on another screen. What stands here is only in this browser.",
  "draft.letGo": "Let it go",
  "draft.mine": "Keep what is here",
  "draft.theirs": "Take that one",
  "meanwhile.colleague": "{name} has answered since you began.",
  "meanwhile.customer": "The customer has written again since you began.",
  "meanwhile.elsewhere": "{name} has just written in another conversation of this case: “{subject}”.",
  "meanwhile.read": "I have read it",
  "meanwhile.see": "See it",
  "meanwhile.there": "Answer there",
  "others.sendAnyway": "Send all the same",
  "others.sendToo": {
    one: "{names} is answering too, or just has. Two answers may say two things.",
    other: "{names} are answering too, or just have. Two answers may say two things.",
  },
  "others.wait": "Not yet",
}
