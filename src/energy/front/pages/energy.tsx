import { ok } from '#kernel/result.ts';
import type { Page, PageContext, Panel } from '#platform/module.ts';
import { FieldList, Section, Stack } from '#platform/page/components.tsx';
import { loadPanels } from '#platform/page/panels.tsx';
import { studiesDoor } from '../../adequacy/pages/door.ts';
import { daysDoor } from '../../days/pages/door.ts';
import { exercisesDoor } from '../../exercise/pages/door.ts';
import { forumDoor } from '../../forum/pages/door.ts';
import { frontTexts } from '../text/texts.ts';
import { crumbsToEnergy, energyPath } from './crumbs.ts';

const doors = [daysDoor, studiesDoor, exercisesDoor, forumDoor];

const fieldsOf = (context: PageContext) =>
  doors.map(({ path, title, what }) => ({
    label: <a href={context.href(path)}>{title(context)}</a>,
    value: what(context),
  }));

/** What energy has to show, and the way to it. */
export const energyPage: Page = {
  path: energyPath,
  navigation: 'practice',
  render: async (context) => {
    const words = frontTexts(context.language);
    return ok({
      title: words.energy,
      lede: words.lede,
      crumbs: crumbsToEnergy(context).slice(0, 1),
      body: (
        <Stack>
          <Section title={words.rooms} id="rooms">
            <FieldList
              fields={[...fieldsOf(context), { label: words.clearing, value: words.clearingWhat }]}
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
    const words = frontTexts(context.language);
    return (
      <Section title={words.energy} id="energy">
        <FieldList
          fields={[
            { label: <a href={context.href(energyPath)}>{words.energy}</a>, value: words.lede },
            ...fieldsOf(context),
          ]}
        />
      </Section>
    );
  },
};
