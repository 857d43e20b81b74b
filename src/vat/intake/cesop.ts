import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { readVatNumber } from '../vat-number.ts';
import type { Collector } from './collector.ts';
import { xmlDecimal } from './fields.ts';
import { readXml } from './xml.ts';

/** Of version 4.03 of the published schema, as its user guide and public programs that write it have it; nothing besides is read. */
const namespace = 'urn:ec.europa.eu:taxud:fiscalis:cesop:v1';

/** A message of new payments, and one that says that there were none; all others correct. */
const newMessages: readonly string[] = ['CESOP100', 'CESOP102'];
/** The day on which a payment was executed; a payment without that has its first day. */
const executed = 'CESOP701';

type Payee = { at: number; vat: string; tax: string; account: string; issuedBy: string };
type Payment = {
  id: string;
  time: string;
  isExecuted: boolean;
  timeKind: string;
  amount: string;
  currency: string;
  payerState: string;
  refund: string;
};
const nobody: Payee = { at: 0, vat: '', tax: '', account: '', issuedBy: '' };
const nothing: Payment = {
  ...{ id: '', time: '', isExecuted: false, timeKind: '', amount: '', currency: '', payerState: '' },
  refund: '',
};

/**
 * Payments as providers of payment services report them to CESOP: `CESOP` with `MessageSpec` and `PaymentDataBody`, in that payees, each with its
 * payments. Problems: those of `readXml`, `vat_cesop_root`, `vat_cesop_body`, `vat_cesop_correction`.
 */
export async function readCesop(
  chunks: AsyncIterable<Buffer>,
  collectorOf: (kind: 'payments') => Collector,
): Promise<Result<Collector>> {
  const collector = collectorOf('payments');
  let [row, payees, inPayee] = [0, 0, 0];
  let [isRoot, hasBody] = [false, false];
  let [indication, provider] = ['', ''];
  let payee: Payee = { ...nobody };
  let payment: Payment = { ...nothing };

  const read = await readXml(chunks, {
    isRow: (path) => path.length === 4 && path[3] === 'ReportedTransaction',
    afterChunk: () => collector.flush(),
    open: ({ local, namespace: uri, attributes }, path) => {
      if (path.length === 1) isRoot = local === 'CESOP' && uri === namespace;
      if (path.length === 2 && local === 'PaymentDataBody') hasBody = true;
      if (path.length === 3 && local === 'ReportedPayee') {
        payees++;
        inPayee = 0;
        payee = { ...nobody, at: payees };
      }
      if (path.length === 5 && path[3] === 'TAXIdentification' && payee.vat === '' && payee.tax === '')
        payee.issuedBy = attributes.issuedBy ?? '';
      if (path.length === 4 && local === 'ReportedTransaction')
        payment = { ...nothing, refund: attributes.IsRefund ?? '' };
      if (path.length === 5 && path[3] === 'ReportedTransaction') {
        if (local === 'Amount') payment.currency = attributes.currency ?? '';
        if (local === 'DateTime') payment.timeKind = attributes.transactionDateType ?? '';
      }
    },
    close: (path, text, raw) => {
      const [, second, third, fourth, fifth] = path;
      const value = text.trim();
      if (path.length === 3 && second === 'MessageSpec' && third === 'MessageTypeIndic') indication = value;
      if (path.length === 4 && third === 'ReportingPSP' && fourth === 'PSPId') provider = value;
      if (third !== 'ReportedPayee') return;
      if (path.length === 4 && fourth === 'AccountIdentifier' && payee.account === '') payee.account = value;
      if (path.length === 5 && fourth === 'TAXIdentification') {
        if (fifth === 'VATId' && payee.vat === '') payee.vat = vatNumberOf(value, payee.issuedBy);
        if (fifth === 'TAXId' && payee.tax === '') payee.tax = value;
      }
      if (fourth !== 'ReportedTransaction') return;
      if (path.length === 5) {
        if (fifth === 'TransactionIdentifier') payment.id = value;
        if (fifth === 'Amount') payment.amount = value;
        if (fifth === 'PayerMS') payment.payerState = value;
        if (fifth === 'DateTime' && !payment.isExecuted) {
          payment.isExecuted = payment.timeKind === executed;
          if (payment.time === '' || payment.isExecuted) payment.time = value;
        }
      }
      if (path.length === 4 && isRoot) {
        row++;
        inPayee++;
        const above = `ReportedPayee[${payee.at}]/`;
        const own = `${above}ReportedTransaction[${inPayee}]/`;
        const known = payee.vat || payee.tax || payee.account;
        const { id, time, amount, currency, payerState, refund } = payment;
        collector.take(
          row,
          0,
          [known, provider, id, time, xmlDecimal(amount), currency, payerState, refund],
          [
            ...[`${above}TAXIdentification`, 'ReportingPSP/PSPId', `${own}TransactionIdentifier`],
            ...[
              `${own}DateTime`,
              `${own}Amount`,
              `${own}Amount/@currency`,
              `${own}PayerMS`,
              `${own}@IsRefund`,
            ],
          ],
          raw,
        );
      }
    },
  });
  if (!read.ok) return read;
  if (!isRoot) return fail(problem('vat_cesop_root', 'FILE'));
  if (!hasBody) return fail(problem('vat_cesop_body', 'FILE'));
  // Who reads a correction as payments counts some twice.
  if (!newMessages.includes(indication))
    return fail(problem('vat_cesop_correction', 'FILE', { kind: indication.slice(0, 40) || '-' }));
  return ok(collector);
}

/** With the prefix of the state that gave it, which a file says beside it or in it. */
function vatNumberOf(written: string, issuedBy: string): string {
  if (written === '' || readVatNumber(written)?.isSound === true) return written;
  const whole = `${issuedBy}${written}`;
  return readVatNumber(whole)?.isSound === true ? whole : written;
}
