/** One minute a day, in English. */
export const en = {
  letter: { name: "The watch room", address: "minute@goeland-watch.example" },
  subject: "Goéland, the morning minute",
  text: "WHAT HAPPENED. Falmouth back at 9.48, an hour before the time we gave. A week that Eleanor W. has waited for a bouquet.\n\nTHE FIGURE. 2,960 lines, a month free, once each.\n\nTHE QUOTE. “You should put that on your website.” (Joanna W., to Moussa, case of the orange light)\n\nWHO SAID IT. Sources: line control 9:52; the bouquet's case; the orange light's case.\n\nRead in fifty-one seconds.",
  reader: "camille",
  note: "One for the coffee. From the spring on it writes itself, from the cases; this one is Jonas's.",
  writer: "jonas",
  tomorrow:
    "For tomorrow: the title that keeps changing, the denial, and the quote of the day: “She feels ten years younger.” (Madam Holloway)",
}
