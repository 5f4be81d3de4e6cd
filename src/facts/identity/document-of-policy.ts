/** Where the types that are a policy of IAM, and nothing else, hold their statements. */
export const DOCUMENT_OF_POLICY: Readonly<Record<string, string>> = {
  "AWS::IAM::GroupPolicy": "/PolicyDocument",
  "AWS::IAM::ManagedPolicy": "/PolicyDocument",
  "AWS::IAM::Policy": "/PolicyDocument",
  "AWS::IAM::RolePolicy": "/PolicyDocument",
  "AWS::IAM::UserPolicy": "/PolicyDocument",
};
