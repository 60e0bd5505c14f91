import { isTyping } from './keys.ts'

/**
 * What is being typed is kept when the address changes (Back, a link from the menu) or the page goes: its field is left first, and saves as
 * it does when the focus goes elsewhere. Otherwise the text would be lost, or be found again as a half of what was typed.
 */
export function saveBeforeLeaving(): void {
  const leave = () => {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement && isTyping(activeElement)) activeElement.blur()
  }
  // before anything is drawn for the new address
  window.addEventListener('hashchange', leave, true)
  window.addEventListener('pagehide', leave)
}
