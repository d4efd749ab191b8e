import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { AppError } from '../../../shared/contract/app-error';

/** An element of an XML document; letters between elements are elements named `#text`. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Entities of XML itself and numbers of characters: a document that brings its own was refused before.
  processEntities: true,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 200,
});

/** The root element of an XML text. Throws `brief-form-damaged`. */
export function parseXml(text: string): XmlNode {
  try {
    if (XMLValidator.validate(text) !== true) throw new AppError('brief-form-damaged');
    const root = nodesOf(parser.parse(text)).find(({ name }) => name !== '#text');
    if (root !== undefined) return root;
  } catch {
    // The library's own words are about tags, which nobody sees.
  }
  throw new AppError('brief-form-damaged');
}

/** The library's own shape: a list of objects with the children under the name and attributes under `:@`. */
function nodesOf(raw: unknown): XmlNode[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((entry: unknown): XmlNode[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    let attributes: Record<string, string> = {};
    let node: XmlNode | null = null;
    for (const [key, value] of Object.entries(entry)) {
      if (key === ':@') attributes = stringsOf(value);
      else if (key === '#text') node = { name: key, attributes, children: [], text: String(value) };
      else node = { name: key, attributes, children: nodesOf(value), text: '' };
    }
    return node === null ? [] : [{ ...node, attributes }];
  });
}

function stringsOf(raw: unknown): Record<string, string> {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, String(value)]));
}

/** The first child of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** An attribute of the first child of a name: `<w:pStyle w:val="…">`. */
export function attributeIn(
  node: XmlNode | undefined,
  name: string,
  attribute = 'w:val',
): string | null {
  return childOf(node, name)?.attributes[attribute] ?? null;
}

/** All letters within an element. */
export function lettersOf(node: XmlNode): string {
  return node.name === '#text' ? node.text : node.children.map(lettersOf).join('');
}
