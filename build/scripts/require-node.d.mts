export declare const OLDEST_MAJOR: number
/** What to tell the user about a Node version such as `20.20.2`; an empty string when it is new enough. Unreadable counts as too old. */
export declare function nodeProblem(version: string): string
