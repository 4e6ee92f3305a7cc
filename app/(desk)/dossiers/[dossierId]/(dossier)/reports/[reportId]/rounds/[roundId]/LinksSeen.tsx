"use client";

import type { RoundItem } from "@/lib/reviews/schema";
import { relationWords } from "../../../../../../../words";
import { DecisionIcon } from "./DecisionIcon";
import type { LinkSeen } from "./reviewItems";

type Props = {
  links: readonly LinkSeen[];
  decisions: ReadonlyMap<string, RoundItem>;
  onGo: (key: string) => void;
};

/** The links of an annotation: each is an item of its own, a press away. */
export function LinksSeen({ links, decisions, onGo }: Props) {
  return (
    <ul aria-label="Links of this passage" className="flex flex-col gap-2 text-sm">
      {links.map(({ link, other, isFrom }) => {
        const key = `link:${link.id}`;
        return (
          <li key={link.id} className="flex items-baseline gap-2">
            <span className="translate-y-0.5">
              <DecisionIcon item={decisions.get(key)} />
            </span>
            <span className="min-w-0">
              {isFrom
                ? `${relationWords[link.relation]} `
                : `is what another ${relationWords[link.relation]}: `}
              <button
                type="button"
                onClick={() => onGo(key)}
                className="stet-link cursor-pointer rounded text-start font-serif"
              >
                <bdi lang={other.article.language} className="wrap-anywhere">
                  {other.annotation.exact}
                </bdi>
              </button>{" "}
              <span className="text-xs text-soft">
                <bdi>{other.article.title}</bdi>
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
