// Makes a template as large as CloudFormation takes one: 500 resources in 1,048,576 bytes, as CDK writes them, with long
// policies, code and build scripts in the template, definitions of containers, and a state machine put together of pieces.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html

const STUDIES = 50;

/** Ten resources of one study; 50 studies are 500 resources. */
export function makeTemplate() {
  /** @type {Record<string, object>} */
  const Resources = {};
  for (let study = 0; study < STUDIES; study += 1) Object.assign(Resources, resourcesOf(study));
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Parameters: {
      BootstrapVersion: {
        Type: "AWS::SSM::Parameter::Value<String>",
        Default: "/cdk-bootstrap/hnb659fds/version",
        Description: "Version of the CDK Bootstrap resources in this environment, automatically retrieved.",
      },
      Stage: { Type: "String", Default: "prod", AllowedValues: ["dev", "prod"] },
    },
    Conditions: { IsProduction: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] } },
    Resources,
    Outputs: { Reports: { Value: arnOf("Study0Reports5D3A91C2") } },
  };
}

/** @param {number} study */
function resourcesOf(study) {
  const prefix = `Study${study}`;
  const ids = {
    key: `${prefix}KeyB1A7C3F0`,
    reports: `${prefix}Reports5D3A91C2`,
    role: `${prefix}PipelineRole7E21F4AA`,
    intake: `${prefix}IntakeFunction0C9B66D1`,
    logs: `${prefix}IntakeLogs2F0E8D17`,
  };
  const tags = [
    { Key: "clinic", Value: "north" },
    { Key: "dataClass", Value: "phi" },
    { Key: "study", Value: `study-${study}` },
  ];
  return {
    [ids.key]: resource(prefix, "Key", "AWS::KMS::Key", {
      Description: `Key of the data of study ${study}`,
      EnableKeyRotation: true,
      KeyPolicy: document([
        statement("Root", ["kms:*"], ["*"], { AWS: rootArn() }),
        ...["s3", "logs"].map((service) =>
          statement(service, KEY_ACTIONS, ["*"], { Service: `${service}.amazonaws.com` }, sameAccount()),
        ),
      ]),
      Tags: tags,
    }),
    [ids.reports]: resource(prefix, "Reports", "AWS::S3::Bucket", bucket(ids.key, tags)),
    [`${ids.reports}Policy`]: resource(prefix, "Reports/Policy", "AWS::S3::BucketPolicy", {
      Bucket: { Ref: ids.reports },
      PolicyDocument: document(bucketStatements(ids)),
    }),
    [ids.role]: resource(prefix, "PipelineRole", "AWS::IAM::Role", {
      AssumeRolePolicyDocument: document([
        statement("Trust", ["sts:AssumeRole"], undefined, { Service: "omics.amazonaws.com" }, sameAccount()),
      ]),
      Policies: ["data"].map((name) => ({
        PolicyName: name,
        PolicyDocument: document(roleStatements(ids, name)),
      })),
      Tags: tags,
    }),
    [ids.intake]: resource(prefix, "IntakeFunction", "AWS::Lambda::Function", {
      Code: { ZipFile: code(study) },
      Environment: { Variables: variables(ids, 2) },
      Handler: "index.handler",
      KmsKeyArn: arnOf(ids.key),
      Role: arnOf(ids.role),
      Runtime: "python3.13",
      Timeout: 300,
      Tags: tags,
    }),
    [ids.logs]: resource(prefix, "IntakeLogs", "AWS::Logs::LogGroup", {
      LogGroupName: { "Fn::Join": ["", ["/aws/lambda/", { Ref: ids.intake }]] },
      KmsKeyId: arnOf(ids.key),
      RetentionInDays: { "Fn::If": ["IsProduction", 2557, 30] },
    }),
    [`${prefix}Task6C1D2B90`]: resource(prefix, "Task", "AWS::ECS::TaskDefinition", {
      Family: `study-${study}`,
      NetworkMode: "awsvpc",
      RequiresCompatibilities: ["FARGATE"],
      Cpu: "4096",
      Memory: "30720",
      TaskRoleArn: arnOf(ids.role),
      ExecutionRoleArn: arnOf(ids.role),
      ContainerDefinitions: ["align", "report"].map((name) => container(name, ids)),
    }),
    [`${prefix}Job09D4E5F3`]: resource(prefix, "Job", "AWS::Batch::JobDefinition", {
      Type: "container",
      ContainerProperties: {
        Image: `111111111111.dkr.ecr.us-east-1.amazonaws.com/caller@sha256:${"ab12".repeat(16)}`,
        Command: ["bash", "-c", BUILD_SCRIPT],
        Environment: Object.entries(variables(ids, 2)).map(([Name, Value]) => ({ Name, Value })),
        JobRoleArn: arnOf(ids.role),
        ReadonlyRootFilesystem: true,
        ResourceRequirements: [
          { Type: "VCPU", Value: "16" },
          { Type: "MEMORY", Value: "65536" },
        ],
      },
    }),
    [`${prefix}WorkflowA8F3720E`]: resource(prefix, "Workflow", "AWS::StepFunctions::StateMachine", {
      DefinitionString: { "Fn::Join": ["", definition(ids)] },
      LoggingConfiguration: { IncludeExecutionData: false, Level: "ALL", Destinations: [] },
      RoleArn: arnOf(ids.role),
      TracingConfiguration: { Enabled: true },
    }),
    [`${prefix}Build4B7710CD`]: resource(prefix, "Build", "AWS::CodeBuild::Project", {
      Artifacts: { Type: "NO_ARTIFACTS" },
      EncryptionKey: arnOf(ids.key),
      Environment: {
        ComputeType: "BUILD_GENERAL1_LARGE",
        Image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
        Type: "LINUX_CONTAINER",
        EnvironmentVariables: Object.entries(variables(ids, 2)).map(([Name, Value]) => ({ Name, Value })),
      },
      ServiceRole: arnOf(ids.role),
      Source: { Type: "NO_SOURCE", BuildSpec: BUILD_SPEC },
    }),
  };
}

/** @typedef {{ key: string, reports: string, role: string, intake: string, logs: string }} Ids */

const KEY_ACTIONS = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
];

/**
 * @param {string} prefix
 * @param {string} path
 * @param {string} Type
 * @param {object} Properties
 */
function resource(prefix, path, Type, Properties) {
  return {
    Type,
    Properties,
    UpdateReplacePolicy: "Retain",
    DeletionPolicy: "Retain",
    Metadata: { "aws:cdk:path": `Genomics/${prefix}/${path}/Resource` },
  };
}

/** @param {object[]} Statement */
function document(Statement) {
  return { Statement, Version: "2012-10-17" };
}

/**
 * @param {string} Sid
 * @param {string[]} Action
 * @param {unknown[] | undefined} Resource
 * @param {object} [Principal]
 * @param {object} [Condition]
 */
function statement(Sid, Action, Resource, Principal, Condition) {
  return {
    Sid,
    Action,
    Effect: "Allow",
    ...(Resource === undefined ? {} : { Resource }),
    ...(Principal === undefined ? {} : { Principal }),
    ...(Condition === undefined ? {} : { Condition }),
  };
}

function sameAccount() {
  return { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } };
}

function rootArn() {
  return {
    "Fn::Join": ["", ["arn:", { Ref: "AWS::Partition" }, ":iam::", { Ref: "AWS::AccountId" }, ":root"]],
  };
}

/** @param {string} id */
function arnOf(id) {
  return { "Fn::GetAtt": [id, "Arn"] };
}

/** @param {string} id */
function inside(id) {
  return { "Fn::Join": ["", [arnOf(id), "/*"]] };
}

/**
 * @param {string} key
 * @param {object[]} Tags
 */
function bucket(key, Tags) {
  const encryption = { SSEAlgorithm: "aws:kms", KMSMasterKeyID: arnOf(key) };
  return {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { BucketKeyEnabled: true, ServerSideEncryptionByDefault: encryption },
      ],
    },
    LifecycleConfiguration: {
      Rules: ["aligned", "reports"].map((Prefix) => ({
        Id: Prefix,
        Prefix,
        Status: "Enabled",
        NoncurrentVersionTransitions: [{ StorageClass: "GLACIER", TransitionInDays: 90 }],
      })),
    },
    ObjectLockEnabled: true,
    ObjectLockConfiguration: {
      ObjectLockEnabled: "Enabled",
      Rule: { DefaultRetention: { Mode: "COMPLIANCE", Years: 6 } },
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    Tags,
    VersioningConfiguration: { Status: "Enabled" },
  };
}

/** @param {Ids} ids */
function bucketStatements({ reports, role }) {
  const both = [arnOf(reports), inside(reports)];
  return [
    {
      ...statement("Tls", ["s3:*"], both, { AWS: "*" }, { Bool: { "aws:SecureTransport": "false" } }),
      Effect: "Deny",
    },
    ...["Read", "Write"].map((name) =>
      statement(name, ["s3:GetObject*", "s3:GetBucket*", "s3:List*", "s3:PutObject"], both, {
        AWS: arnOf(role),
      }),
    ),
  ];
}

/**
 * @param {Ids} ids
 * @param {string} name
 */
function roleStatements({ key, reports }, name) {
  return [reports, key].map((id, index) =>
    statement(
      `${name}${index}`,
      ["s3:GetObject", "s3:PutObject", "kms:Decrypt", "lambda:InvokeFunction", "logs:PutLogEvents"],
      [arnOf(id), inside(id)],
      undefined,
      { StringEquals: { "aws:ResourceAccount": { Ref: "AWS::AccountId" } } },
    ),
  );
}

/**
 * @param {Ids} ids
 * @param {number} count
 */
function variables({ reports, logs }, count) {
  /** @type {Record<string, unknown>} */
  const held = { REPORTS: { Ref: reports }, LOGS: { Ref: logs }, REGION: { Ref: "AWS::Region" } };
  for (let index = 0; index < count; index += 1) held[`OPTION_${index}`] = `value of option ${index}`;
  return held;
}

/**
 * @param {string} Name
 * @param {Ids} ids
 */
function container(Name, ids) {
  return {
    Name,
    Essential: Name === "report",
    Image: {
      "Fn::Sub": `\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.\${AWS::URLSuffix}/${Name}:v1`,
    },
    Environment: Object.entries(variables(ids, 2)).map(([Name, Value]) => ({ Name, Value })),
    LogConfiguration: {
      LogDriver: "awslogs",
      Options: {
        "awslogs-group": { Ref: ids.logs },
        "awslogs-region": { Ref: "AWS::Region" },
        "awslogs-stream-prefix": Name,
      },
    },
    MountPoints: [{ ContainerPath: "/scratch", ReadOnly: false, SourceVolume: "scratch" }],
    ReadonlyRootFilesystem: true,
    User: "1000:1000",
  };
}

/** @param {Ids} ids */
function definition({ intake }) {
  const steps = ["Validate", "Align", "Call", "Annotate", "Report"];
  /** @type {unknown[]} */
  const pieces = [`{"Comment":"From reads to a report","StartAt":"Validate","States":{`];
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    pieces.push(
      `${index === 0 ? "" : ","}"${step}":{"Type":"Task","Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":3}],"ResultPath":"$.${step}","Resource":"`,
      arnOf(intake),
      `",${next === undefined ? '"End":true' : `"Next":"${next}"`}}`,
    );
  }
  return [...pieces, "}}"];
}

/** @param {number} study */
function code(study) {
  const steps = Array.from(
    { length: 4 },
    (_, step) => `
def step_${step}(event):
    """Step ${step} of study ${study}: what is not there is told, never guessed."""
    sample = event.get("sample_${step}")
    if sample is None:
        raise KeyError("sample_${step}")
    return {"step": ${step}, "sample": sample}
`,
  );
  return `import os\n${steps.join("")}\n\ndef handler(event, context):\n    return step_0(event)\n`;
}

const BUILD_SCRIPT = Array.from(
  { length: 4 },
  (_, step) => `aws s3 cp "s3://\${REPORTS}/part-${step}.cram" "/scratch/part-${step}.cram" || exit ${step}`,
).join("\n");

const BUILD_SPEC = JSON.stringify(
  {
    version: "0.2",
    phases: {
      install: {
        "runtime-versions": { python: "3.13" },
        commands: ["pip install --require-hashes -r requirements.txt"],
      },
      build: { commands: BUILD_SCRIPT.split("\n") },
    },
  },
  undefined,
  2,
);
