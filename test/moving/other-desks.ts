/** So many tickets as Zendesk’s JSON export has them, a line each; then one in which nothing was said, and half a line. */
export function zendeskLines(count: number): string {
  const ticket = (n: number) => ({
    id: 71_000 + n,
    created_at: new Date(Date.UTC(2024, 0, 1) + n * 3_600_000).toISOString(),
    subject: `Vase ${n}`,
    status: n % 3 === 0 ? "open" : "solved",
    tags: ["vase"],
    recipient: "care@lilas.example",
    requester: { id: n, name: `Zoé Petit ${n}`, email: `zoe.${n}@petit.example`, role: "end-user" },
    comments: [
      { id: n, author_id: n, body: "Le vase est arrivé en morceaux.", created_at: new Date(Date.UTC(2024, 0, 1) + n * 3_600_000) },
    ],
  })
  const silent = { ...ticket(0), id: 70_999, subject: "Silence", comments: [] }
  return [...Array.from({ length: count }, (_, n) => ticket(n + 1)), silent].map((one) => `${JSON.stringify(one)}\n`).join("") + '{"id": 7'
}

/** A page of Chatwoot’s API: a conversation with both sides, and one in which somebody was only assigned. */
export function chatwootPage(): string {
  const sender = { id: 4, name: "Amadou Diallo", email: "amadou@diallo.example", type: "contact" }
  const conversation = (id: number, subject: string, messages: object[]) => ({
    id,
    inbox_id: 1,
    status: "resolved",
    labels: ["lampe"],
    created_at: 1_690_000_000,
    additional_attributes: { mail_subject: subject },
    meta: { sender, assignee: { id: 2, name: "Inès", email: "ines@shop.example" } },
    messages,
  })
  const said = [
    { id: 1, message_type: 0, content: "La lampe est cassée", created_at: 1_690_000_000, sender },
    {
      id: 2,
      message_type: 1,
      private: true,
      content: "Rembourser",
      created_at: 1_690_001_000,
      sender: { id: 2, name: "Inès", type: "user" },
    },
  ]
  const happened = [{ id: 3, message_type: 2, content: "Inès resolved", created_at: 1_690_003_000 }]
  return JSON.stringify({ data: { payload: [conversation(8801, "Ma lampe", said), conversation(8802, "Rien", happened)] } })
}
