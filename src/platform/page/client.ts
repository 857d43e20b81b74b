/**
 * The only script: keys for those who like them, a filter over long lists of boxes, and pages of work under way. Every page works
 * without it. It never answers while the reader types or holds a modifier.
 */

const off = 'keys-off';
const dialog = document.querySelector<HTMLDialogElement>('#keys');
const button = document.querySelector<HTMLButtonElement>('#keys-open');
const use = document.querySelector<HTMLInputElement>('#keys-use');
let afterG = false;

if (button !== null) {
  button.hidden = false;
  button.addEventListener('click', () => dialog?.showModal());
}
if (use !== null) {
  use.checked = localStorage.getItem(off) === null;
  showKeys();
  use.addEventListener('change', () => {
    if (use.checked) localStorage.removeItem(off);
    else localStorage.setItem(off, '');
    showKeys();
  });
}

/** The style sheet shows the key of the search field only where it works. */
function showKeys(): void {
  document.documentElement.toggleAttribute('data-keys', use?.checked === true);
}

document.addEventListener('keydown', (event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.key === 'Escape') return leave(target);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target.closest('input, textarea, select, [contenteditable]') !== null || dialog?.open === true) return;
  if (use?.checked === false) return;
  const goes = afterG;
  afterG = !goes && event.key === 'g';
  const done = goes ? go(event.key) : act(event.key);
  if (done) event.preventDefault();
});

for (const filter of document.querySelectorAll<HTMLInputElement>('.picks-filter')) {
  filter.hidden = false;
  filter.addEventListener('input', () => {
    const sought = filter.value.trim().toLowerCase();
    for (const row of filter.parentElement?.querySelectorAll<HTMLElement>('.boxes > li') ?? [])
      row.hidden = !(row.textContent ?? '').toLowerCase().includes(sought);
  });
  // Enter in a field of a form sends the form: here it is a filter's.
  filter.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}

// Work under way: the page is loaded again while it is looked at and nothing on it has the focus, so that nobody loses their place.
if (document.querySelector('[data-live]') !== null)
  setInterval(() => {
    const isBusy =
      document.activeElement?.matches('a, button, input, select, textarea, summary, section') === true;
    if (document.visibilityState === 'visible' && !isBusy && dialog?.open !== true) location.reload();
  }, 3_000);

function act(key: string): boolean {
  if (key === '/') return focusOn(document.querySelector<HTMLElement>('#search'));
  if (key === '?') dialog?.showModal();
  if (key === 'j') return walk(1);
  if (key === 'k') return walk(-1);
  return key === '?' || key === 'g';
}

function go(key: string): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`a[data-key="${CSS.escape(key)}"]`);
  link?.click();
  return link !== null;
}

/** Rows are walked by the link in each, so that Enter opens the row and the focus is seen without more ado. */
function walk(step: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('[data-rows] tbody tr')].flatMap((row) => {
    const link = row.querySelector<HTMLElement>('a');
    return link === null ? [] : [link];
  });
  const here = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement) === true);
  return focusOn(links[here === -1 ? (step === 1 ? 0 : links.length - 1) : here + step] ?? null);
}

function focusOn(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}

/** A dialog closes by itself. An open menu closes and gives the focus back to its summary; a field lets go. */
function leave(target: Element): void {
  const menu =
    target.closest<HTMLDetailsElement>('details.menu[open]') ??
    document.querySelector<HTMLDetailsElement>('details.menu[open]');
  if (menu !== null) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  } else if (target instanceof HTMLElement && target.matches('input, textarea, select')) target.blur();
}
