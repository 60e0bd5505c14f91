import { existsSync, statfsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export type PlaceWarning =
  /** A share of another computer: its locks are not always kept, and a lost connection cuts a write short. */
  | { readonly code: 'network_share'; readonly what: string }
  /** A folder whose program uploads and replaces files on its own while they are being written. */
  | { readonly code: 'synchronised_folder'; readonly what: string }

/** What a place can be told by, so that tests can give other answers than this machine's. */
export interface PlaceProbe {
  readonly exists: (file: string) => boolean
  /** `f_type` of the file system (Linux), or `undefined` where that cannot be asked. */
  readonly fileSystem: (folder: string) => number | undefined
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
}

/** Magic numbers of statfs(2) for file systems that are reached over a network. FUSE is left out: it also carries NTFS and exFAT sticks. */
const NETWORK: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'], [0xff534d42, 'CIFS'], [0xfe534d42, 'SMB2'], [0x517b, 'SMB'], [0x01021997, '9P'], [0x5346414f, 'AFS'], [0x6b414653, 'AFS'], [0x00c36400, 'Ceph'],
  [0x564c, 'NCP'], [0x73757245, 'Coda'],
])

/** Names of folders that programs keep in step with a server. */
const SYNCED: readonly (readonly [name: RegExp, service: string])[] = [
  [/^onedrive( - .+)?$/i, 'OneDrive'], [/^dropbox( \(.+\))?$/i, 'Dropbox'], [/^(google ?drive|drivefs)$/i, 'Google Drive'], [/^(my drive|drive saya)$/i, 'Google Drive'],
  [/^icloud ?drive$/i, 'iCloud Drive'], [/^com~apple~clouddocs$/i, 'iCloud Drive'], [/^nextcloud$/i, 'Nextcloud'], [/^mega(sync)?$/i, 'MEGA'], [/^pcloud ?drive$/i, 'pCloud'],
]

/** Files that such programs leave in the folders that they keep. */
const MARKERS: readonly (readonly [name: string, service: string])[] = [
  ['.dropbox', 'Dropbox'], ['.dropbox.cache', 'Dropbox'], ['.tmp.driveupload', 'Google Drive'], ['.tmp.drivedownload', 'Google Drive'], ['.sync_root.onedrive', 'OneDrive'], ['.stfolder', 'Syncthing'],
  ['.nextcloudsync.log', 'Nextcloud'],
]

const systemProbe: PlaceProbe = {
  exists: existsSync,
  fileSystem(folder) {
    try {
      return process.platform === 'linux' ? statfsSync(folder).type : undefined
    } catch {
      return undefined
    }
  },
  env: process.env,
  platform: os.platform(),
}

/** The folder of a file and all above it, nearest first. */
function foldersAbove(file: string, join: path.PlatformPath): string[] {
  const folders: string[] = []
  for (let folder = join.dirname(file); ; folder = join.dirname(folder)) {
    folders.push(folder)
    if (join.dirname(folder) === folder) return folders
  }
}

function serviceOf(folder: string, probe: PlaceProbe, join: path.PlatformPath): string | undefined {
  const named = SYNCED.find(([name]) => name.test(join.basename(folder)))?.[1]
  const marked = MARKERS.find(([name]) => probe.exists(join.join(folder, name)))?.[1]
  const known = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].some((name) => probe.env[name] && join.resolve(probe.env[name]) === folder)
  return named ?? marked ?? (known ? 'OneDrive' : undefined)
}

/** What is risky about the place of a workspace: it works there, but people should know. `file` is absolute. */
export function placeWarnings(file: string, probe: PlaceProbe = systemProbe): PlaceWarning[] {
  const join = probe.platform === 'win32' ? path.win32 : path.posix
  const warnings: PlaceWarning[] = []
  const type = probe.fileSystem(join.dirname(file))
  const network = type === undefined ? undefined : NETWORK.get(type >>> 0)
  const share = probe.platform === 'win32' && /^\\\\[^?.\\]/.test(file) ? file.split('\\').slice(0, 4).join('\\') : undefined
  if (share ?? network) warnings.push({ code: 'network_share', what: share ?? network ?? '' })
  const service = foldersAbove(file, join).map((folder) => serviceOf(folder, probe, join)).find((found) => found !== undefined)
  if (service) warnings.push({ code: 'synchronised_folder', what: service })
  return warnings
}
