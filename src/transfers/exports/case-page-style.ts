import { raw } from "hono/html"

/** The page stands alone, in any browser and on paper: a note is told from a message by its edge and its words, not by colour. */
export const PAGE_STYLE = raw(`
:root { color-scheme: light; --line: #cfd4d8; --dim: #55606a; }
body { font: 15px/1.55 system-ui, sans-serif; color: #1b2126; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1rem; margin: 0; }
.number, time, .to, small, footer { color: var(--dim); font-size: 0.85rem; font-weight: 400; margin: 0; }
dl { display: grid; gap: 0.25rem; margin: 0 0 1.5rem; }
dl div { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); }
dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
article { border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem 1rem; margin: 0.8rem 0; break-inside: avoid-page; }
article.out { border-left: 4px solid #1b6b7a; margin-left: 2rem; }
article.note { border: 2px dashed #a06a00; background: #fff8e6; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0.6rem 0 0; }
.to { overflow-wrap: anywhere; } .event time::after { content: " ·"; }
.event { color: var(--dim); font-size: 0.9rem; margin: 0.5rem 0; }
.files { font-size: 0.9rem; padding-left: 1.2rem; } small { overflow-wrap: anywhere; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 0.6rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2 { break-after: avoid; } @page { margin: 18mm; } }
`)
