import { readAccount } from "@/lib/auth/users";
import { handle } from "@/lib/http/handle";
import { accountOperations } from "@/lib/http/operations/installation";

export const GET = handle(accountOperations.read, readAccount);
