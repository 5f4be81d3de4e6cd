import { ArmError } from "../values/arm-error.ts";
import { ArmObject, Open, isArray, isKnown } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { toJson } from "../values/json.ts";
import { joinText, textOf } from "../values/text.ts";
import { parseLooseJson } from "../json/parse-loose-json.ts";
import { loose, strict } from "./built-in.ts";
import type { BuiltIn, Known } from "./built-in.ts";
import { takeObject, takeText, takeTextOrNull } from "./take-argument.ts";

const TEXT = { isPresent: true, isText: true };

export const ENCODINGS: readonly BuiltIn[] = [
  strict("base64", [1], ([text]) => encodeBase64(takeTextOrNull(text, "base64")), TEXT),
  strict("base64ToString", [1], ([text]) => decodeBase64(takeText(text, "base64ToString")), TEXT),
  strict("base64ToJson", [1], ([text]) => parseLooseJson(decodeBase64(takeText(text, "base64ToJson")))),
  strict("json", [1], ([text]) => parseLooseJson(takeText(text, "json"))),
  strict("dataUri", [1], ([value = null]) => toDataUri(value), TEXT),
  strict("dataUriToString", [1], ([text]) => fromDataUri(takeText(text, "dataUriToString")), TEXT),
  loose("uri", [2], ([base = null, relative = null]) => resolveUri(base, relative), TEXT),
  strict("uriComponent", [1], ([text]) => encodeUri(takeTextOrNull(text, "uriComponent")), TEXT),
  strict("uriComponentToString", [1], ([text]) => decodeUri(takeText(text, "uriComponentToString")), TEXT),
  strict("parseUri", [1], ([text]) => parseUri(takeText(text, "parseUri"))),
  strict("buildUri", [1], ([parts]) => buildUri(takeObject(parts, "buildUri")), TEXT),
];

function encodeBase64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}

function decodeBase64(text: string): string {
  const compact = text.replaceAll(/\s/gu, "");
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(compact)) {
    throw new ArmError("the text is not base64");
  }
  return Buffer.from(compact, "base64").toString("utf8");
}

function toDataUri(value: Known): string {
  const isData = isArray(value) || value instanceof ArmObject;
  const isText = typeof value === "string" || value === null;
  const type = isText ? "text/plain" : "application/json";
  return `data:${type};charset=utf8;base64,${encodeBase64(isData ? toJson(value) : textOf(value))}`;
}

function fromDataUri(text: string): string {
  const comma = text.indexOf(",");
  if (!/^data:/iu.test(text) || comma < 0) throw new ArmError("the text is no data URI");
  const data = text.slice(comma + 1);
  const isBase64 = /;base64$/iu.test(text.slice(0, comma));
  return isBase64 ? decodeBase64(data) : decodeUri(data);
}

function resolveUri(base: ArmValue, relative: ArmValue): ArmValue | undefined {
  if (isKnown(base) && isKnown(relative)) {
    return joinUri(takeText(base, "uri"), takeTextOrNull(relative, "uri"));
  }
  // a name below the root of a host comes after it, whatever the name is
  const host = base instanceof Open ? base.traits.usual : base;
  const isRoot = typeof host === "string" && /^https:\/\/[^/?#]+\/$/u.test(host);
  return isRoot && isName(relative) ? joinText([host, relative]) : undefined;
}

/** An address, and a path that climbs, are no names. */
function isName(relative: ArmValue): boolean {
  if (typeof relative === "string") return /^[\w-]+$/u.test(relative);
  return relative instanceof Open && relative.traits.isWord === true;
}

function joinUri(base: string, relative: string): string {
  if (!URL.canParse(base) || !URL.canParse(relative, base)) {
    throw new ArmError(`uri takes an absolute address first, and gets '${base.slice(0, 80)}'`);
  }
  return new URL(relative, base).href;
}

/** RFC 3986: only letters, digits, `-`, `.`, `_` and `~` stay. */
function encodeUri(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\uFFFD")).replaceAll(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `+` is a space, and a percent sign that encodes nothing stays. */
function decodeUri(text: string): string {
  return text
    .replaceAll("+", " ")
    .replaceAll(/(?:%[\da-f]{2})+/giu, (codes) =>
      Buffer.from(codes.replaceAll("%", ""), "hex").toString("utf8"),
    );
}

function parseUri(text: string): ArmValue {
  if (!URL.canParse(text)) {
    throw new ArmError(`parseUri takes an absolute address, and gets '${text.slice(0, 80)}'`);
  }
  const { protocol, hostname, port, pathname, search } = new URL(text);
  const parts: (readonly [string, ArmValue])[] = [
    ["scheme", protocol.slice(0, -1)],
    ["host", hostname],
  ];
  if (port !== "") parts.push(["port", Number(port)]);
  parts.push(["path", pathname], ["query", search]);
  return ArmObject.of(parts);
}

function buildUri(parts: ArmObject): string {
  const text = (key: string): string => textOf(parts.get(key) ?? "");
  const port = text("port");
  const path = text("path");
  const query = text("query");
  return [
    `${text("scheme")}://${text("host")}`,
    port === "" ? "" : `:${port}`,
    path === "" || path.startsWith("/") ? path : `/${path}`,
    query === "" || query.startsWith("?") ? query : `?${query}`,
  ].join("");
}
