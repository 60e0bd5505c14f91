import { spawn } from 'node:child_process'

/** The command that opens an address in the machine's browser. */
export function browserCommand(address: string, platform: NodeJS.Platform): readonly [program: string, ...args: string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  return platform === 'darwin' ? ['open', address] : ['xdg-open', address]
}

/** Opens an address in the machine's browser and does not wait for it. Where that fails, the printed address remains. */
export function openInBrowser(address: string, platform: NodeJS.Platform): void {
  const [program, ...args] = browserCommand(address, platform)
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
