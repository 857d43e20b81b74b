import Builder from 'fast-xml-builder';

/**
 * An element. Attributes that are null or undefined are left out; children come in their order, texts among them, and
 * what is null is no child.
 */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | null | undefined>>;
  readonly children: readonly (Element | string | null)[];
};

export function element(
  name: string,
  attributes: Element['attributes'] = {},
  children: Element['children'] = [],
): Element {
  return { name, attributes, children };
}

const builder = new Builder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  commentPropName: '#comment',
  suppressEmptyNode: true,
});

/** An XML 1.0 document in UTF-8. `comment` stands before the root. */
export function writeXml(root: Element, comment: string | null = null): string {
  const before =
    comment === null ? [] : [{ '#comment': [{ '#text': ` ${clean(comment).replaceAll('--', '- -')} ` }] }];
  const document = [...before, nodeOf(root)];
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(document)}\n`;
}

function nodeOf({ name, attributes, children }: Element): Record<string, unknown> {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined
      ? []
      : // A reader takes any white space in an attribute for a blank (section 3.3.3).
        [[key, clean(value).replace(/\s/g, ' ')]],
  );
  return {
    [name]: children.flatMap((child) =>
      child === null ? [] : [typeof child === 'string' ? { '#text': clean(child) } : nodeOf(child)],
    ),
    ...(given.length === 0 ? {} : { ':@': Object.fromEntries(given) }),
  };
}

/** Characters that XML 1.0 cannot hold in any form (section 2.2); a carriage return would be read as a line feed. */
function clean(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  );
}
