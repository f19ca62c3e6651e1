/** Call me Madam, in English. */
export const en = {
  customer: { name: "Margaret Holloway", address: "margaret.holloway@mailbox.example" },
  subject: "“Miss”, at sixty-four",
  asks: "Hello,\n\nYour letter is to “Miss Holloway”. I'm sixty-four, I never married, and I'm none the worse for it. Your form won't have “Mrs” without a husband, and has never heard of “Ms”!\n\nCall me Madam, as you do over the water. And if your computer won't, call me Margaret Holloway.\n\nMargaret Holloway, Swanage",
  adviser: "ruth",
  person: { salutation: "Madam", grammar: "feminine" },
  answer:
    "Hello Madam,\n\nIt's put right everywhere: flowers, line, letters. You are right, and thank you for saying so with humour. The form won't ask anything of the kind again.\n\nRuth Calloway",
  thanks: "Madam thanks you. She feels ten years younger.\n\nMargaret Holloway",
}
