import type { Link } from "./link.ts";

const POOL = ["AWS::Cognito::UserPool"];

/** Who signs in to what: Identity Center, user pools, and the APIs that ask them. */
export const signInLinks: readonly Link[] = [
  { type: "AWS::SSO::Assignment", at: "/PermissionSetArn", to: ["AWS::SSO::PermissionSet"] },
  { type: "AWS::SSO::Assignment", at: "/TargetId", to: ["AWS::Organizations::Account"] },
  { type: "AWS::SSO::PermissionSet", at: "/ManagedPolicies/*", to: ["AWS::IAM::ManagedPolicy"] },
  { type: "AWS::Cognito::UserPoolClient", at: "/UserPoolId", to: POOL },
  { type: "AWS::ApiGateway::Method", at: "/RestApiId", to: ["AWS::ApiGateway::RestApi"] },
  { type: "AWS::ApiGatewayV2::Route", at: "/ApiId", to: ["AWS::ApiGatewayV2::Api"] },
];
