import { redirect } from "next/navigation";

/** The desk begins with its dossiers; who is not signed in is sent on from there. */
export default function Home() {
  redirect("/dossiers");
}
