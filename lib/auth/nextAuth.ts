import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { uuidv7 } from "uuidv7";
import { noticeAccess } from "@/lib/auth/accessNotice";
import { addressOf } from "@/lib/auth/address";
import { SESSION_SECONDS, usesSecureCookies } from "@/lib/auth/session";
import { type SignedIn, signIn } from "@/lib/auth/signIn";
import { database } from "@/lib/db/client";
import { Refusal } from "@/lib/http/refusal";

/**
 * next-auth makes and clears the session cookie (http-only, SameSite=Lax, secure under https); whether a session
 * still holds is decided by `callerOfSession` alone. A refused sign-in answers with the error `CredentialsSignin`
 * or `rate_limited`.
 */
export function authOptions(): AuthOptions {
  return {
    secret: process.env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: usesSecureCookies(),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        name: "E-mail and password",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, { headers = {} }) {
          try {
            return await signIn(database(), credentials, addressOf({ get: (name) => headers[name] ?? null }));
          } catch (error) {
            // next-auth shows the message of what is thrown here to the browser.
            throw new Error(error instanceof Refusal ? error.code : "failed");
          }
        },
      }),
    ],
    callbacks: {
      jwt({ token, user, trigger }) {
        if (trigger === "signIn") {
          token.sessionVersion = (user as SignedIn).sessionVersion;
          token.sessionId = uuidv7();
        }
        return token;
      },
    },
    events: {
      // What this browser has open in other tabs ends with it.
      async signOut({ token }) {
        if (token?.sub && typeof token.sessionId === "string") {
          await noticeAccess(database(), token.sub, token.sessionId);
        }
      },
    },
  };
}
