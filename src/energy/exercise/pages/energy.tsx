import { ok } from '#kernel/result.ts';
import type { Page, Panel } from '#platform/module.ts';
import { FieldList, Section, Stack } from '#platform/page/components.tsx';
import { loadPanels } from '#platform/page/panels.tsx';
import { studiesDoor } from '../../adequacy/pages/door.ts';
import { daysPath } from '../../days/pages/parts.tsx';
import { dayTexts } from '../../days/text/texts.ts';
import { forumDoor } from '../../forum/pages/door.ts';
import { exercisesPath } from '../model.ts';
import { exerciseTexts } from '../text/texts.ts';
import { crumbsToEnergy, energyPath } from './parts.tsx';

/** What energy has to show, and the way to it. */
export const energyPage: Page = {
  path: energyPath,
  navigation: 'practice',
  render: async (context) => {
    const { page: words } = exerciseTexts(context.language);
    const { page: days } = dayTexts(context.language);
    return ok({
      title: words.energy,
      lede: words.energyLede,
      crumbs: crumbsToEnergy(context).slice(0, 1),
      body: (
        <Stack>
          <Section title={words.rooms} id="rooms">
            <FieldList
              fields={[
                {
                  label: <a href={context.href(exercisesPath)}>{words.door}</a>,
                  value: words.doorWhat,
                },
                {
                  label: <a href={context.href(forumDoor.path)}>{forumDoor.title(context)}</a>,
                  value: forumDoor.what(context),
                },
                { label: <a href={context.href(daysPath)}>{days.days}</a>, value: days.lede },
                {
                  label: <a href={context.href(studiesDoor.path)}>{studiesDoor.title(context)}</a>,
                  value: studiesDoor.what(context),
                },
                { label: words.clearing, value: words.clearingWhat },
              ]}
            />
          </Section>
          {await loadPanels({ path: energyPath }, context)}
        </Stack>
      ),
    });
  },
};

/** On the page of the practical cooperations: the way here. */
export const energyPanel: Panel = {
  page: '/practice',
  render: async (context) => {
    const { page: words } = exerciseTexts(context.language);
    return (
      <Section title={words.energy} id="energy">
        <FieldList
          fields={[
            { label: <a href={context.href(energyPath)}>{words.energy}</a>, value: words.energyLede },
            { label: <a href={context.href(exercisesPath)}>{words.door}</a>, value: words.doorWhat },
            {
              label: <a href={context.href(forumDoor.path)}>{forumDoor.title(context)}</a>,
              value: forumDoor.what(context),
            },
          ]}
        />
      </Section>
    );
  },
};
