import { type ReactNode, useRef } from "react"
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components"
import { useWords } from "../words/use-words.ts"
import { Button } from "./button.tsx"
import { useEscapeAnywhere } from "./escape-anywhere.ts"

export interface DialogProps {
  title: string
  children: ReactNode
  onClose: () => void
  wide?: boolean
}

/** A dialog itself: it takes the focus, keeps it, and gives it back. */
export function DialogFrame({ title, children, onClose, wide }: DialogProps) {
  const { say } = useWords()
  const dialog = useRef<HTMLElement>(null)
  useEscapeAnywhere(dialog, onClose)
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal" data-wide={wide || undefined}>
        <AriaDialog className="dialog" ref={dialog}>
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button bare kind="quiet" icon="close" onPress={onClose}>
              {say("act.close")}
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
