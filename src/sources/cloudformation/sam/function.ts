import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { eventNodes } from "./events.ts";
import { getAttNode, mapOf, pick, refNode, resourceNode, tagList, textNode, undecided } from "./nodes.ts";
import { roleNode } from "./role.ts";

const SAME =
  "Architectures CodeSigningConfigArn Description Environment EphemeralStorage FileSystemConfigs FunctionName Handler ImageConfig KmsKeyArn Layers LoggingConfig MemorySize PackageType ReservedConcurrentExecutions Runtime RuntimeManagementConfig SnapStart Timeout VpcConfig".split(
    " ",
  );

/**
 * What SAM makes of a function: the function, its role, and what its events need.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
 */
export function functionNodes(
  logicalId: string,
  source: TemplateNode,
  properties: TemplateNode,
): readonly (readonly [string, TemplateNode])[] {
  const { offset } = source;
  const own = memberOf(properties, "Role");
  const roleId = `${logicalId}Role`;
  const queue = memberOf(memberOf(properties, "DeadLetterQueue"), "TargetArn");
  const tracing = memberOf(properties, "Tracing");
  const written = mapOf(
    {
      ...pick(properties, SAME),
      Code: codeNode(properties, offset),
      Role: own ?? getAttNode(roleId, "Arn", offset),
      DeadLetterConfig: queue === undefined ? undefined : mapOf({ TargetArn: queue }, queue.offset),
      TracingConfig: tracing === undefined ? undefined : mapOf({ Mode: tracing }, tracing.offset),
      Tags: tagList(memberOf(properties, "Tags")),
    },
    offset,
  );
  return [
    [logicalId, resourceNode("AWS::Lambda::Function", written, source)],
    ...(own === undefined ? [[roleId, functionRole(source, properties)] as const] : []),
    ...urlNodes(logicalId, source, properties),
    ...aliasNodes(logicalId, source, properties),
    ...eventNodes(logicalId, source, memberOf(properties, "Events")),
  ];
}

function functionRole(source: TemplateNode, properties: TemplateNode): TemplateNode {
  const isTraced = memberOf(properties, "Tracing") !== undefined;
  const isInVpc = memberOf(properties, "VpcConfig") !== undefined;
  return roleNode(source, properties, "lambda.amazonaws.com", [
    "service-role/AWSLambdaBasicExecutionRole",
    ...(isTraced ? ["AWSXRayDaemonWriteAccess"] : []),
    ...(isInVpc ? ["service-role/AWSLambdaVPCAccessExecutionRole"] : []),
  ]);
}

/** The code lies where `sam package` puts it, unless the template says so. */
function codeNode(properties: TemplateNode, offset: number): TemplateNode {
  const image = memberOf(properties, "ImageUri");
  if (image !== undefined) return mapOf({ ImageUri: image }, image.offset);
  const inline = memberOf(properties, "InlineCode");
  if (inline !== undefined) return mapOf({ ZipFile: inline }, inline.offset);
  const uri = memberOf(properties, "CodeUri");
  const bucket = memberOf(uri, "Bucket");
  if (bucket !== undefined) {
    const [key, version] = [memberOf(uri, "Key"), memberOf(uri, "Version")];
    return mapOf({ S3Bucket: bucket, S3Key: key, S3ObjectVersion: version }, bucket.offset);
  }
  const [, name, key] = /^s3:\/\/([^/]+)\/(.+)$/u.exec(scalarText(uri) ?? "") ?? [];
  if (name !== undefined && key !== undefined) {
    return mapOf({ S3Bucket: textNode(name, offset), S3Key: textNode(key, offset) }, offset);
  }
  return undecided("the code lies where sam package or sam deploy puts it", uri?.offset ?? offset);
}

/** A URL without authorization lets everybody in, which SAM permits. */
function urlNodes(
  logicalId: string,
  source: TemplateNode,
  properties: TemplateNode,
): readonly (readonly [string, TemplateNode])[] {
  const config = memberOf(properties, "FunctionUrlConfig");
  if (config === undefined) return [];
  const { offset } = config;
  const target = refNode(logicalId, offset);
  const auth = memberOf(config, "AuthType");
  const url = mapOf(
    { ...pick(config, ["AuthType", "Cors", "InvokeMode"]), TargetFunctionArn: target },
    offset,
  );
  const permission = mapOf(
    {
      Action: textNode("lambda:InvokeFunctionUrl", offset),
      FunctionName: target,
      FunctionUrlAuthType: auth,
      Principal: textNode("*", offset),
    },
    offset,
  );
  const isOpen = scalarText(auth) === "NONE";
  return [
    [`${logicalId}Url`, resourceNode("AWS::Lambda::Url", url, source)],
    ...(isOpen
      ? [
          [
            `${logicalId}UrlPublicPermissions`,
            resourceNode("AWS::Lambda::Permission", permission, source),
          ] as const,
        ]
      : []),
  ];
}

function aliasNodes(
  logicalId: string,
  source: TemplateNode,
  properties: TemplateNode,
): readonly (readonly [string, TemplateNode])[] {
  const name = memberOf(properties, "AutoPublishAlias");
  if (name === undefined) return [];
  const { offset } = name;
  const version = undecided("SAM publishes a version with each deployment", offset);
  const alias = mapOf(
    { FunctionName: refNode(logicalId, offset), FunctionVersion: version, Name: name },
    offset,
  );
  return [[`${logicalId}Alias${scalarText(name) ?? ""}`, resourceNode("AWS::Lambda::Alias", alias, source)]];
}
