import type { Metadata } from "next";
import { NothingHere } from "./NothingHere";
import { PublicPage } from "./PublicPage";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PublicPage>
      <NothingHere />
    </PublicPage>
  );
}
