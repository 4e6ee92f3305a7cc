"use client";

import { Send } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { encodeMentions } from "@/lib/comments/mentions";
import type { Comment } from "@/lib/comments/schema";
import { thingOf } from "@/lib/live/pending";
import type { Performing } from "@/lib/live/store";
import { useDossierStore } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Kbd } from "@/lib/ui/Kbd";
import { handBack } from "./handBack";
import { MentionField } from "./MentionField";
import { MOST_COMMENT } from "./useTalk";
import { useTypedText } from "./useTypedText";

type Given = {
  label: string;
  placeholder?: string;
  /** Under which what is typed is kept until it is sent, through a reload too. */
  draftKey: string;
  initial?: string;
  /** What it is about: once that is gone, what is typed is handed back. */
  on: Comment["on"];
  /** The words on the button. */
  send: string;
  autoFocus?: boolean;
  /** The field that the key for commenting goes to. */
  isCard?: boolean;
  onSend: (typed: string) => Performing;
  onCancel?: () => void;
};

/** A place to write a comment. What is refused, or not yet sent, stays in it. */
export function CommentComposer(given: Given) {
  const { label, placeholder, draftKey, initial = "", on, send, autoFocus, isCard, onSend, onCancel } = given;
  const store = useDossierStore();
  const { text, type, clear, send: sendTyped } = useTypedText(draftKey, initial, on);
  const [refusal, setRefusal] = useState<string | null>(null);
  const members = () => Object.values(store.getView().state.members);
  const submit = async () => {
    if (text.trim() === "") return;
    const { length } = encodeMentions(text.trim(), members());
    if (length > MOST_COMMENT) {
      setRefusal(
        `A comment has at most ${MOST_COMMENT.toLocaleString("en")} characters; this one has ${length.toLocaleString("en")}. It is kept here until it is shorter.`,
      );
      return;
    }
    setRefusal(null);
    const copy = sendTyped();
    const doing = onSend(text);
    // The browser keeps the comment itself from then on.
    void doing.kept.then(copy.forget);
    const settled = await doing;
    if (settled.saved || settled.held) return copy.forget();
    if (!thingOf(store.getView().state, on.type, on.id)) {
      copy.forget();
      handBack(text, `Not sent: someone deleted this ${on.type} meanwhile.`);
      return;
    }
    // The next one may be half written in the field by now.
    if (!copy.giveBack()) return handBack(text, `Not sent. ${settled.refusal.message}`);
    toast.error(`Not sent. ${settled.refusal.message}`, {
      description: "What you wrote is still in its field.",
    });
  };
  const isOpen = text !== "" || Boolean(onCancel);
  return (
    <div>
      <MentionField
        label={label}
        placeholder={placeholder}
        value={text}
        autoFocus={autoFocus}
        onValue={type}
        onSend={() => void submit()}
        onEscape={onCancel}
        className={isOpen ? "min-h-16" : "min-h-9"}
        data-card-comment={isCard ? "" : undefined}
      />
      {refusal && (
        <p role="alert" className="mt-1 text-xs text-danger">
          {refusal}
        </p>
      )}
      {isOpen && (
        <div className="mt-1.5 flex items-center justify-end gap-1.5">
          <span className="me-auto text-xs text-soft">
            <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
          </span>
          {onCancel && (
            <Button
              size="sm"
              look="quiet"
              onClick={() => {
                clear();
                onCancel();
              }}
            >
              Cancel
            </Button>
          )}
          <Button size="sm" look="primary" disabled={text.trim() === ""} onClick={() => void submit()}>
            <Send aria-hidden size={13} className="rtl:-scale-x-100" /> {send}
          </Button>
        </div>
      )}
    </div>
  );
}
