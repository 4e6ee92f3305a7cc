import { ConnectionButton } from "../../../_waiting/ConnectionButton";

/** Whether changes of others arrive, and whether one's own have. */
export function LiveLine() {
  return <ConnectionButton />;
}
