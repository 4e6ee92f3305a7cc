/** The folder that holds package.json. */
export const projectDir: string;
/** Ends the process with a sentence where Node is older than what the libraries need. */
export function requireNode(): void;
/** Installs from the lockfile unless node_modules is what package-lock.json says. */
export function ensureInstalled(): Promise<void>;
