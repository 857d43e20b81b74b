import type { Logger } from 'pino';
import type { Job } from '#platform/jobs.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import { remind } from '#union';

/** Often enough that a mail which failed goes out the same hour; what is said already is not said again. */
const everyMinutes = 10;

/** Reminders by mail. A server for mail that is away must not keep the node from starting: what failed waits for the next run. */
export function reminderJob(reminding: Parameters<typeof remind>[0], mailer: Mailer, logger: Logger): Job {
  return {
    task: 'send_reminders',
    everyMinutes,
    run: async () => {
      const { made, sent, waiting, error } = await remind(reminding, mailer);
      if (error !== null)
        logger.warn({ waiting, error }, 'reminders wait: the server for mail did not take them');
      if (made + sent > 0) logger.info({ made, sent, waiting }, 'reminders');
    },
  };
}
