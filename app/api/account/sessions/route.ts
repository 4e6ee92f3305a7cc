import { signOutEverywhere } from "@/lib/auth/users";
import { handle } from "@/lib/http/handle";
import { accountOperations } from "@/lib/http/operations/installation";

export const DELETE = handle(accountOperations.signOutEverywhere, signOutEverywhere);
