import { useQuery } from "@tanstack/react-query"
import type { Message } from "../api/types.ts"
import { Dialog } from "../parts/dialog.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { useWords } from "../words/use-words.ts"

/** So much of the original is shown; the whole can be downloaded. */
const SHOWN = 200_000

/** What stood on the envelope: headers, proofs, the exact bytes. */
export function Original({ message, onClose }: { message: Message; onClose: () => void }) {
  const { say } = useWords()
  const address = `/api/messages/${message.id}/original`
  const original = useQuery({
    queryKey: ["original", message.id],
    queryFn: async ({ signal }) => {
      const answer = await fetch(address, { signal })
      if (!answer.ok) throw new Error(String(answer.status))
      return (await answer.text()).slice(0, SHOWN)
    },
    staleTime: Infinity,
    retry: false,
  })
  const { spf, dkim, dmarc, arc, reasons } = message.proof
  const proofs = Object.entries({ SPF: spf, DKIM: dkim?.join(", "), DMARC: dmarc, ARC: arc }).filter(([, value]) => value)
  return (
    <Dialog wide title={say("message.original")} onClose={onClose}>
      <dl className="proofs">
        {proofs.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {message.messageId && (
          <div>
            <dt>Message-ID</dt>
            <dd>{message.messageId}</dd>
          </div>
        )}
        {reasons && reasons.length > 0 && (
          <div>
            <dt>{say("message.reasons")}</dt>
            <dd>{reasons.join(", ")}</dd>
          </div>
        )}
      </dl>
      {original.isPending ? (
        <Loading />
      ) : original.isError ? (
        <Failed error={original.error} again={() => void original.refetch()} />
      ) : (
        <pre className="original" tabIndex={0}>
          {original.data}
        </pre>
      )}
      <div className="form-end">
        <a className="button" data-kind="plain" href={address} download>
          {say("message.download")}
        </a>
      </div>
    </Dialog>
  )
}
