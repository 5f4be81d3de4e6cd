import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { listOf, mapOf, refNode, textNode, undecided } from "./nodes.ts";

/** The parameters in a path: each stands for any text. */
const PARAMETER = /\{[\w.-]+\+?\}/gu;

/** The method and path of an API, in any of its stages, as SAM lets it call a function. */
export function apiArn(
  type: "Api" | "HttpApi",
  properties: TemplateNode | undefined,
  offset: number,
): TemplateNode {
  const [idName, implicit] =
    type === "Api" ? ["RestApiId", "ServerlessRestApi"] : ["ApiId", "ServerlessHttpApi"];
  const api = memberOf(properties, idName) ?? refNode(implicit, offset);
  const route = routeOf(type, properties);
  if (route === undefined) return undecided("the path of the API is not known", offset);
  const text = textNode(
    `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/*/${route}`,
    offset,
  );
  return mapOf({ "Fn::Sub": listOf([text, mapOf({ Api: api }, offset)], offset) }, offset);
}

/** `GET/reports/*`; nothing when the template does not write it. */
function routeOf(type: string, properties: TemplateNode | undefined): string | undefined {
  const [method, path] = [memberOf(properties, "Method"), memberOf(properties, "Path")];
  // an API of HTTP without a route sends everything
  if (type === "HttpApi" && method === undefined && path === undefined) return "*";
  const [verb, written] = [scalarText(method), scalarText(path)];
  if (verb === undefined || written === undefined || written.includes("${")) return undefined;
  const route = written.replaceAll(PARAMETER, "*").replace(/^\//u, "");
  return `${/^(?:any|x-amazon-apigateway-any-method)$/iu.test(verb) ? "*" : verb.toUpperCase()}/${route}`;
}
