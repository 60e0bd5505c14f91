import path from 'node:path'

/** The workspace that a start of the program names (by a double-click, or typed), from the folder where it was started. */
export function fileFromArguments(argv: readonly string[], folder: string): string | undefined {
  const named = argv.slice(1).findLast((argument) => isWorkspaceName(argument) && !argument.startsWith('-'))
  return named === undefined ? undefined : path.resolve(folder, named)
}

export function isWorkspaceName(file: string): boolean {
  return /\.rembuk$/i.test(file)
}
