import type { ComponentChildren } from 'preact';
import type { PageContext } from '#platform/module.ts';
import type { AlertBundle } from '../../runs/model.ts';

/** The place of graph and timeline of the alert from which a case was opened. */
export function CasePictures(_: { bundle: AlertBundle; context: PageContext }): ComponentChildren {
  return null;
}
