import Link from "next/link";
import { Button } from "@/lib/ui/Button";

/** What an address shows that names nothing, or nothing of one's own. */
export function NothingHere() {
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold">There is nothing here</h1>
      <p className="mt-3 text-soft">
        The address may be mistyped, the thing may have been deleted, or it belongs to a dossier that you are
        not a member of. If someone sent you the link, ask them to add you.
      </p>
      <Button asChild look="primary" className="mt-6">
        <Link href="/dossiers">Go to your dossiers</Link>
      </Button>
    </>
  );
}
