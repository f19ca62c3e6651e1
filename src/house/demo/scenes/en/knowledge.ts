/** What one adviser wrote, all can read, in English. */
export const en = {
  customer: { name: "Joanna Webb", address: "joanna.webb@harbourmail.example" },
  subject: "Steady orange light since the update",
  asks: "Hello,\n\nSince Thursday's update the light on the box stays orange and my phone is dead. The internet is fine.\n\nJoanna Webb",
  answer:
    "Hello Joanna Webb,\n\nThat light means the box has lost its telephone number, not the line. Three steps, in this order:\n\n1. unplug the handset, not the box;\n2. hold the “Tel” button at the back for five seconds;\n3. wait two minutes, then plug it in again.\n\nIf the light stays orange, write back: I'll do it from here.\n\nMoussa Traoré",
  green: "Green! You should put that on your website.\n\nJoanna",
  second: { name: "Pauline Tregear", address: "pauline.tregear@inlet.example" },
  secondSubject: "orange light on the box and no telephone",
  secondAsks:
    "hello the light on the box is orange and the telephone has been dead since thursday. internet is all right. i am 81 and i am not getting up on a chair\n\npauline tregear",
  third: { name: "Tariq Cole", address: "tariq.cole@post.example" },
  thirdSubject: "Box: orange light since Thursday",
  thirdAsks: "Hello, same as Mrs Tregear next door: orange light, no phone. Have you got the trick?\n\nTariq",
}
