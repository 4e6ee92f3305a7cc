import { changePassword } from "@/lib/auth/users";
import { handle } from "@/lib/http/handle";
import { accountOperations } from "@/lib/http/operations/installation";

export const PUT = handle(accountOperations.changePassword, changePassword);
