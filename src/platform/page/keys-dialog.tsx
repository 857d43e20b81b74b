import { useTexts } from './page-language.ts';
import type { NavigationLink } from './shell.tsx';

/** Letters after `g` for what every foot leads to. */
export const footKeys = { about: 'a', journal: 'j' } as const;

/** Unhidden by the script, since without it there are no keys. */
export function KeysButton() {
  return (
    <button type="button" class="plain" id="keys-open" hidden>
      {useTexts().keys.open}
    </button>
  );
}

/**
 * Lists the keys and switches them off: single-letter shortcuts disturb those who steer by voice, so WCAG 2.1.4 wants
 * a way to be rid of them.
 */
export function KeysDialog({ navigation }: { navigation: readonly NavigationLink[] }) {
  const words = useTexts();
  const keys: readonly (readonly [keys: readonly string[], meaning: string])[] = [
    [['/'], words.keys.search],
    [['?'], words.keys.help],
    [['j'], words.keys.down],
    [['k'], words.keys.up],
    [['Enter'], words.keys.enter],
    [['Esc'], words.keys.escape],
    ...navigation.flatMap(({ entry, key }) =>
      key === undefined ? [] : [[['g', key], words.shell.entries[entry]] as const],
    ),
  ];
  return (
    <dialog class="keys" id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{words.keys.title}</h2>
      <p>{words.keys.intro}</p>
      <dl>
        {keys.map(([pressed, meaning]) => (
          <div>
            <dt>
              {pressed.map((key, index) => (
                <>
                  {index > 0 && ` ${words.keys.afterwards} `}
                  <kbd>{key}</kbd>
                </>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <label>
          <input type="checkbox" id="keys-use" checked /> {words.keys.use}
        </label>
        <button type="submit">{words.keys.close}</button>
      </form>
    </dialog>
  );
}
