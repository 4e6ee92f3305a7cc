import type { Metadata } from "next";
import { NothingHere } from "../NothingHere";

export const metadata: Metadata = { title: "Not found" };

export default function DeskNotFound() {
  return (
    <div className="mx-auto max-w-xl px-4 py-16">
      <NothingHere />
    </div>
  );
}
