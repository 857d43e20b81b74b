import type { Download, Page } from '#platform/module.ts';
import { checkpointDownload, receiptDownload } from '../receipts.ts';
import { logPage } from './log.tsx';
import { peersPage } from './peers.tsx';
import { supervisionPage } from './supervision.tsx';

export const oversightPages: readonly Page[] = [peersPage, logPage, supervisionPage];
export const oversightDownloads: readonly Download[] = [receiptDownload, checkpointDownload];
