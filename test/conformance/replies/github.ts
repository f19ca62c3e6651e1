type Judge = (newText: string, whole: string) => string | null

/**
 * How github/email_reply_parser judges its own cases, from its tests: where the new text begins and ends, or that all of it is new.
 * Only the edges are named; the words stay in the cases.
 */
export const githubReplies = new Map<string, Judge>([
  ["correct_sig.txt", upTo("signature.")],
  ["email_1_1.txt", upTo("Java HTTP API.")],
  ["email_1_2.txt", edges("Hi,", 'individually."')],
  ["email_1_3.txt", upTo("would be great.")],
  ["email_1_4.txt", upTo("problem with it.")],
  ["email_1_5.txt", everything()],
  ["email_1_6.txt", upTo("pixels")],
  ["email_1_7.txt", upTo(":+1:")],
  ["email_1_8.txt", edges("I will reply under this one", "and under this.")],
  ["email_2_1.txt", upTo("Outlook with a reply")],
  ["email_2_2.txt", upTo("directly above line")],
  ["email_2_3.txt", upTo("directly above line")],
  ["email_BlackBerry.txt", upTo("another email")],
  ["email_bullets.txt", upTo("- and another")],
  ["email_iPhone.txt", upTo("another email")],
  ["email_long_quote.txt", without("On ")],
  ["email_multi_word_sent_from_my_mobile_device.txt", upTo("another email")],
  ["email_one_is_not_on.txt", upTo("when I run...")],
  ["email_sent_from_my_not_signature.txt", everything()],
  ["email_sig_delimiter_in_middle_of_line.txt", everything()],
  ["greedy_on.txt", upTo("is not working.")],
  ["pathological.txt", upTo("back to a computer.")],
])

/** Everything from the beginning of the mail to these words. */
function upTo(words: string): Judge {
  return (newText, whole) => same(newText, whole.slice(0, whole.indexOf(words) + words.length))
}

function everything(): Judge {
  return (newText, whole) => same(newText, whole)
}

/** Begins and ends so, and holds no quotation. */
function edges(first: string, last: string): Judge {
  return (newText) => {
    if (!newText.startsWith(first)) return `begins with ${JSON.stringify(newText.slice(0, 40))}`
    if (!newText.endsWith(last)) return `ends with ${JSON.stringify(newText.slice(-40))}`
    return /^>/m.test(newText) ? "holds a quotation" : null
  }
}

function without(words: string): Judge {
  return (newText) => (newText && !newText.includes(`\n${words}`) ? null : "no new text, or too much")
}

function same(ours: string, theirs: string): string | null {
  const squeeze = (text: string) => text.replace(/\s+/g, " ").trim()
  return squeeze(ours) === squeeze(theirs) ? null : `${JSON.stringify(ours)} instead of ${JSON.stringify(theirs)}`
}
