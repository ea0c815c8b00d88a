// The way back to a page of a form. Such a page answers what was posted and no browser keeps it, so that going back to it, or loading it again, is an error there and
// what was typed is gone. It stays with the page's entry in the history of this tab, as long as that has it: the browser then asks for the form anew, and gets this page of it.
const shown = document.querySelector<HTMLFormElement>('form[data-step]')
const typedIn = (of: HTMLFormElement) =>
  [...new FormData(of)].filter((one): one is [string, string] => typeof one[1] === 'string' && one[0] !== 'worked')

/** Asks for the page as it was left. It replaces one that is still loading; on a slow machine it may come after it, and the way back must not lead to it twice. */
function comeBack(form: HTMLFormElement, left: readonly [string, string][]): void {
  const asking = document.createElement('form')
  Object.assign(asking, { method: 'post', action: form.getAttribute('action'), hidden: true })
  for (const [name, value] of left) asking.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  document.body.append(asking)
  history.replaceState(null, '')
  // A form may have a field of that name.
  HTMLFormElement.prototype.submit.call(asking)
}

if (shown) {
  const keep = () => history.replaceState({ left: [...typedIn(shown), ['to', shown.dataset.step ?? '']] }, '')
  // What was posted is there, whatever its entry says. What was not is the form as it begins, also for who comes back to a later page of it.
  const isPosted = shown.dataset.posted !== undefined
  const [way] = performance.getEntriesByType('navigation')
  // By a link one begins anew.
  const isBack = way instanceof PerformanceNavigationTiming && way.type !== 'navigate'
  if (history.state?.left && isBack && !isPosted) comeBack(shown, history.state.left)
  else {
    // The first page can be asked for as it is, until somebody fills in some of it.
    if (isPosted) keep()
    shown.addEventListener('change', keep)
    shown.addEventListener('submit', keep)
  }
}
