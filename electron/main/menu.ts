import type { MenuItemConstructorOptions } from 'electron'
import { createTranslator, type Language } from '#shared/i18n/index.ts'

export interface RecentFile {
  readonly id: string
  readonly name: string
}

/** What the menu can do; the window itself does what concerns the plan. */
export interface MenuActions {
  newFile(): void
  openDialog(): void
  openRecent(id: string): void
  backUp(): void
  showFolder(): void
  closeFile(): void
  undo(): void
  redo(): void
  setLanguage(language: Language): void
}

export interface MenuState {
  readonly language: Language
  readonly recent: readonly RecentFile[]
  /** Whether a workspace is open: backing up and closing need one. */
  readonly isOpen: boolean
  readonly isMac: boolean
}

/**
 * The application's menu in a language. Undo and redo only show their keys: a key press goes to the window, where a text field undoes
 * its own typing first.
 */
export function menuTemplate({ language, recent, isOpen, isMac }: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  const { t } = createTranslator(language)
  const recentItems: MenuItemConstructorOptions[] = recent.length === 0
    ? [{ label: t('menu.noRecent'), enabled: false }]
    : recent.map(({ id, name }) => ({ label: name.replaceAll('&', '&&'), click: () => actions.openRecent(id) }))
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: t('menu.file'),
      submenu: [
        { id: 'new', label: t('menu.new'), accelerator: 'CmdOrCtrl+N', click: () => actions.newFile() },
        { id: 'open', label: t('menu.open'), accelerator: 'CmdOrCtrl+O', click: () => actions.openDialog() },
        { id: 'recent', label: t('menu.recent'), submenu: recentItems },
        { type: 'separator' },
        { id: 'backup', label: t('menu.backup'), enabled: isOpen, click: () => actions.backUp() },
        { id: 'folder', label: t('menu.folder'), click: () => actions.showFolder() },
        { id: 'close', label: t('menu.close'), accelerator: 'CmdOrCtrl+W', enabled: isOpen, click: () => actions.closeFile() },
        { type: 'separator' },
        { role: 'quit', label: t('menu.quit') },
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        { id: 'undo', label: t('menu.undo'), accelerator: 'CmdOrCtrl+Z', registerAccelerator: false, click: () => actions.undo() },
        { id: 'redo', label: t('menu.redo'), accelerator: 'CmdOrCtrl+Y', registerAccelerator: false, click: () => actions.redo() },
        { type: 'separator' },
        { role: 'cut', label: t('menu.cut') },
        { role: 'copy', label: t('menu.copy') },
        { role: 'paste', label: t('menu.paste') },
        { role: 'selectAll', label: t('menu.selectAll') },
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        { role: 'zoomIn', label: t('menu.zoomIn') },
        { role: 'zoomOut', label: t('menu.zoomOut') },
        { role: 'resetZoom', label: t('menu.resetZoom') },
        { role: 'togglefullscreen', label: t('menu.fullScreen') },
        { type: 'separator' },
        {
          id: 'language', label: t('menu.language'),
          submenu: (['id', 'en'] as const).map((one) => ({ id: one, label: t(`window.language.${one}`), type: 'radio', checked: one === language, click: () => actions.setLanguage(one) })),
        },
      ],
    },
    { label: t('menu.help'), role: 'help', submenu: [{ role: 'about', label: t('menu.about') }] },
  ]
}
