import { useWords } from "../words/use-words.ts"
import type { Cell, Sheet } from "./sheet.ts"

export function SheetTable({ sheet: { name, columns, rows } }: { sheet: Sheet }) {
  const { language } = useWords()
  const shown = (cell: Cell): string => (cell === null ? "–" : typeof cell === "number" ? cell.toLocaleString(language) : cell)
  return (
    <div className="sheet" tabIndex={0} role="group" aria-label={name}>
      <table>
        <caption className="unseen">{name}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {shown(cell)}
                  </th>
                ) : (
                  <td key={at}>{shown(cell)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
