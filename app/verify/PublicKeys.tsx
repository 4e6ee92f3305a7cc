import { database } from "@/lib/db/client";
import { attestedKeys } from "@/lib/reviews/signingKeys";
import { Moment } from "@/lib/ui/Moment";

/** The public keys of this Stet, for whoever wants to verify without trusting this page. */
export async function PublicKeys() {
  const keys = await attestedKeys(database());
  return (
    <section aria-labelledby="keys" className="mt-10 text-sm">
      <h2 id="keys" className="font-semibold">
        Public keys of this Stet
      </h2>
      <p className="mt-1 max-w-prose text-soft">
        What is signed here is signed with one of these (Ed25519). Every export names its key and prints it;
        compare it with these, or{" "}
        <a href="/api/signing-keys" className="stet-link">
          read them as data
        </a>
        . A retired key signs nothing new, and what it signed stays valid.
      </p>
      {keys.length === 0 && <p className="mt-2 text-soft">Nothing was signed here yet.</p>}
      <ul className="mt-3 flex flex-col gap-2">
        {keys.map(({ id, publicKey, createdAt, retiredAt }) => (
          <li key={id} className="stet-card p-3">
            <p className="flex flex-wrap gap-x-3">
              <code className="font-semibold">{id}</code>
              <span className="text-xs text-soft">
                since <Moment at={createdAt} />
                {retiredAt ? (
                  <>
                    , retired <Moment at={retiredAt} />
                  </>
                ) : (
                  ", in use"
                )}
              </span>
            </p>
            <code className="mt-1 block text-xs break-all select-all">{publicKey}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
