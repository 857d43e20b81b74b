import type { CDPSession, Page } from 'playwright-core';

export type Stop = {
  /** As Chromium tells it to assistive technology. */
  readonly role: string;
  readonly name: string;
  /** Of a link, as the page has it. */
  readonly href: string | null;
  /** What is wrong with it, in words. */
  readonly faults: readonly string[];
};

/** More than any page has: a walk without end is a fault of the page. */
const mostStops = 1000;

/** Presses Tab from the top of the page until the focus leaves it. */
export async function walkByTab(page: Page): Promise<readonly Stop[]> {
  const devtools = await page.context().newCDPSession(page);
  const walk = await page.evaluateHandle((): Walk => ({ start: null, last: null }));
  const stops: Stop[] = [];
  while (stops.length < mostStops) {
    await page.keyboard.press('Tab');
    const { stop, lastShowedFocus } = await page.evaluate(lookAtFocus, walk);
    const last = stops.pop();
    if (last !== undefined)
      stops.push(
        lastShowedFocus ? last : { ...last, faults: [...last.faults, 'looks the same without the focus'] },
      );
    if (stop === null) {
      await devtools.detach();
      return stops;
    }
    stops.push({ ...stop, ...(await nameFocus(devtools)) });
  }
  throw new Error(`${page.url()} holds the focus for more than ${mostStops} stops`);
}

/** What the page remembers from one stop to the next. */
type Walk = {
  start: Element | null;
  last: { readonly element: Element; readonly look: string } | null;
};

/** Runs in the page. What a stop looks like without the focus is known only when the focus has gone on. */
function lookAtFocus(walk: Walk): {
  readonly stop: Pick<Stop, 'href' | 'faults'> | null;
  readonly lastShowedFocus: boolean;
} {
  const lookOf = (element: Element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    return [outlineStyle === 'none' ? 'none' : [outlineStyle, outlineWidth, outlineColor], boxShadow].join();
  };
  const { last } = walk;
  const lastShowedFocus = last === null || lookOf(last.element) !== last.look;
  const element = document.activeElement;
  if (element === null || element === document.body || element === walk.start)
    return { stop: null, lastShowedFocus };
  walk.start ??= element;
  walk.last = { element, look: lookOf(element) };

  // Of a link over two lines, the first; of what is larger than the window, the middle of what is in it.
  const box = element.getClientRects()[0] ?? new DOMRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const seen =
    left < right &&
    top < bottom &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    hit !== null &&
    (element.contains(hit) || (hit instanceof HTMLLabelElement && hit.control === element));
  const follows =
    last === null || (last.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return {
    stop: {
      href: element.getAttribute('href'),
      faults: [
        ...(seen ? [] : ['cannot be seen']),
        ...(follows ? [] : ['stands before the stop before it']),
        ...(element instanceof HTMLElement && element.tabIndex > 0
          ? [`has tabindex ${element.tabIndex}`]
          : []),
      ],
    },
    lastShowedFocus,
  };
}

async function nameFocus(devtools: CDPSession): Promise<Pick<Stop, 'role' | 'name'>> {
  const { result } = await devtools.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await devtools.send('Accessibility.getPartialAXTree', {
    ...(result.objectId === undefined ? {} : { objectId: result.objectId }),
    fetchRelatives: false,
  });
  // Some versions of Chromium leave a blank at the end of what a label names around its control.
  return { role: String(nodes[0]?.role?.value ?? ''), name: String(nodes[0]?.name?.value ?? '').trim() };
}
