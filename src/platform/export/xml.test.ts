import fc from 'fast-check';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { element, writeXml } from './xml.ts';

fc.configureGlobal({ seed: 20200531 });

test('a document in full: order is kept, and what is null is not there', () => {
  const root = element('a', { one: 'true', two: null, three: undefined, four: '' }, [
    element('b', {}, ['<&>"\'']),
    null,
    'between',
    element('c'),
    element('b'),
  ]);
  expect(writeXml(root, 'said -- before')).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<!-- said - - before --><a one="true" four="">' +
      '<b>&lt;&amp;&gt;&quot;&apos;</b>between<c/><b/></a>\n',
  );
});

test('every text comes back through a strict reader, as far as XML can hold it', () => {
  const anything = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        '&',
        '<',
        '>',
        '"',
        "'",
        ']]>',
        '--',
        '\u0000',
        '\ufffe',
        '\ud800',
        '\r',
        '\n',
        '\t',
        'é',
        '𝄞',
      ),
      fc.string({ maxLength: 8 }),
    ),
  });
  const held = (text: string) =>
    text
      .replace(/\r\n?/g, '\n')
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  fc.assert(
    fc.property(anything, anything, anything, (text, attribute, comment) => {
      const written = writeXml(element('a', { attribute }, [element('b', {}, [text])]), comment);
      const document = XmlDocument.fromString(written);
      try {
        expect(document.root.get('b')?.content).toBe(held(text));
        expect((document.root as XmlElement).attr('attribute')?.content).toBe(
          held(attribute).replace(/\s/g, ' '),
        );
      } finally {
        document.dispose();
      }
    }),
  );
});
