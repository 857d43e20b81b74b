import type { Texts } from '#platform/text/texts.ts';
import type { Option } from './field.ts';

/** As many boxes as are passed by in a moment; more of them stand folded, so that the Tab key need not go through them all. */
const fewest = 12;

/**
 * Boxes to tick, by name: each that is ticked is sent under the field's name. What was chosen stands first in a long list and in
 * its heading; an id of which no record is known is kept, so that who entered it sees what was refused.
 */
export function PickList(props: {
  name: string;
  options: readonly Option[];
  chosen: readonly string[];
  words: Texts['actions']['several'];
}) {
  const { name, options, chosen, words } = props;
  const known = new Set(options.map(({ value }) => value));
  const unknown = chosen.filter((id) => !known.has(id)).map((id) => ({ value: id, title: id }));
  const isChosen = ({ value }: Option) => chosen.includes(value);
  const all = [...unknown, ...options];
  if (all.length === 0) return <small>{words.none}</small>;
  if (all.length <= fewest) return <Boxes name={name} options={all} isChosen={isChosen} />;
  const ticked = all.filter(isChosen);
  return (
    <details class="picks">
      <summary>
        {ticked.length === 0 ? words.noneChosen : ticked.map(({ title }) => title).join('; ')}{' '}
        <small>{words.of(ticked.length, all.length)}</small>
      </summary>
      <input type="search" class="picks-filter" aria-label={words.filter} placeholder={words.filter} hidden />
      <Boxes
        name={name}
        options={[...ticked, ...all.filter((option) => !isChosen(option))]}
        isChosen={isChosen}
      />
    </details>
  );
}

function Boxes(props: { name: string; options: readonly Option[]; isChosen: (option: Option) => boolean }) {
  return (
    <ul class="boxes">
      {props.options.map((option) => (
        <li>
          <label>
            <input type="checkbox" name={props.name} value={option.value} checked={props.isChosen(option)} />{' '}
            {option.title}
          </label>
        </li>
      ))}
    </ul>
  );
}
