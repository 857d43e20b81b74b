import type { ComponentChildren } from 'preact';
import type { Grant } from '#platform/access/access.ts';
import type { PageContext } from '#platform/module.ts';
import { alertHref } from '../../alerts/model.ts';
import { recordReading } from '../../alerts/pages/parts.tsx';
import { TraderPictures } from '../../alerts/pages/pictures.tsx';
import { bridgesOf, loadPictures } from '../../alerts/reading.ts';
import type { AlertBundle } from '../../runs/model.ts';

/** Graph and timeline of the alert from which a party's case was opened, by what is declared today of the months that it looked at. */
export async function casePictures(
  bundle: AlertBundle,
  {
    party,
    grant,
    alerts,
  }: {
    readonly party: string;
    readonly grant: Grant | null;
    readonly alerts: ReadonlyMap<string, readonly string[]>;
  },
  context: PageContext,
): Promise<ComponentChildren> {
  const { number: trader, period, run } = bundle;
  const pictures = await loadPictures(context, { party, trader, period, bridges: bridgesOf({ bundle }) });
  const traders = pictures.picture.traders;
  recordReading(context, grant, { what: 'alerts', run, traders: [...new Set([trader, ...traders])] });
  const hrefOf = (one: string) => (alerts.has(one) ? context.href(alertHref(run, one)) : null);
  return <TraderPictures pictures={pictures} alerts={alerts} hrefOf={hrefOf} context={context} />;
}
