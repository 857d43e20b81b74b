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

// Work under way: the page is loaded again while it is looked at, and whoever reads it finds the focus and the place where they were.
const live = 'live-place';
/** For how many more loads of the page it says that it was cut off: about half a minute. */
const cutLoads = 'live-cut';
/** A form was sent or a link followed, and its answer is on the way: nothing is loaded in its place. */
let isLeaving = false;
if (document.querySelector('[data-live]') !== null) {
  comeBack();
  showCut();
  addEventListener('offline', showCut);
  addEventListener('online', () => {
    showCut();
    loadAgain();
  });
  addEventListener('beforeunload', () => {
    isLeaving = true;
    // A file that is kept leaves the page where it is.
    setTimeout(() => {
      isLeaving = false;
    }, 10_000);
  });
  setInterval(loadAgain, 3_000);
}

/** That the network is gone, and for a while that it is back, where the page has words for it. */
function showCut(): void {
  const isThere = navigator.onLine;
  if (!isThere) sessionStorage.setItem(cutLoads, '10');
  const left = isThere ? Number(sessionStorage.getItem(cutLoads) ?? 0) : 0;
  const show = (name: string, isShown: boolean) => {
    for (const words of document.querySelectorAll<HTMLElement>(`[data-${name}]`)) words.hidden = !isShown;
  };
  show('cut', !isThere);
  show('connected', isThere);
  show('back', left > 0);
}

function loadAgain(): void {
  // Without a network the browser would put a page of its own in place of this one, and nothing would bring it back.
  if (isLeaving || !navigator.onLine || document.visibilityState !== 'visible' || isBusy()) return;
  sessionStorage.setItem(cutLoads, String(Math.max(0, Number(sessionStorage.getItem(cutLoads) ?? 0) - 1)));
  sessionStorage.setItem(live, JSON.stringify(placeNow()));
  // What was done is said once.
  const address = new URL(location.href);
  address.searchParams.delete('done');
  history.replaceState(null, '', address);
  location.reload();
}

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

/** Somebody types, chooses, marks words to copy, or has a menu or the keys open: nothing is taken from under their hands. */
function isBusy(): boolean {
  const isMarked = getSelection()?.isCollapsed === false;
  const isTyping = document.activeElement?.matches('input, textarea, select') === true;
  return (
    isMarked || isTyping || dialog?.open === true || document.querySelector('details.menu[open]') !== null
  );
}

/** What has the focus: by its own id, else by its place within what has one, and what it says there. */
type Focus = { readonly home: string; readonly index: number; readonly says: string };
type Kept = { readonly path: string; readonly x: number; readonly y: number; readonly focus: Focus | null };

function inside(home: Element): readonly HTMLElement[] {
  return [...home.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex]')];
}

function saidBy(element: Element): string {
  return `${element.tagName} ${element.textContent?.trim() ?? ''}`;
}

function placeNow(): Kept {
  const { activeElement: active } = document;
  const home = active === document.body ? null : (active?.closest<HTMLElement>('[id]') ?? null);
  const focus =
    active === null || home === null
      ? null
      : { home: home.id, index: inside(home).indexOf(active as HTMLElement), says: saidBy(active) };
  return { path: location.pathname, x: scrollX, y: scrollY, focus };
}

/** Where what had the focus is gone, what it stood in has it, so that the next key goes on from there and not from the top. */
function comeBack(): void {
  const kept = JSON.parse(sessionStorage.getItem(live) ?? 'null') as Kept | null;
  sessionStorage.removeItem(live);
  if (kept === null || kept.path !== location.pathname) return;
  const home = kept.focus === null ? null : document.getElementById(kept.focus.home);
  if (home !== null && kept.focus !== null) {
    const { index, says } = kept.focus;
    const there = inside(home);
    const same = there[index];
    const found =
      index === -1
        ? home
        : same !== undefined && saidBy(same) === says
          ? same
          : there.find((one) => saidBy(one) === says);
    if (found === undefined) home.tabIndex = -1;
    (found ?? home).focus({ preventScroll: true });
  }
  scrollTo(kept.x, kept.y);
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
