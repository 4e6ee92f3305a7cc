/** A refusal with its reason, in a sentence for the person at the terminal: exit code 1, no stack trace. */
export class Refusal extends Error {}

/** Arguments that make no sense: exit code 2, followed by the command's usage. */
export class WrongUsage extends Error {}
