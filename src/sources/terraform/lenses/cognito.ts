import type { Lens } from "../lens.ts";

export const cognitoLenses: readonly Lens[] = [
  {
    type: "aws_cognito_user_pool",
    canonical: "AWS::Cognito::UserPool",
    identifiers: ["id", "arn"],
    properties: {
      AdminCreateUserConfig: {
        block: "admin_create_user_config",
        properties: { AllowAdminCreateUserOnly: "allow_admin_create_user_only" },
      },
      AliasAttributes: "alias_attributes",
      AutoVerifiedAttributes: "auto_verified_attributes",
      DeletionProtection: { attribute: "deletion_protection", unset: "INACTIVE" },
      LambdaConfig: {
        block: "lambda_config",
        properties: {
          CreateAuthChallenge: "create_auth_challenge",
          DefineAuthChallenge: "define_auth_challenge",
          KMSKeyID: "kms_key_id",
          PostAuthentication: "post_authentication",
          PostConfirmation: "post_confirmation",
          PreAuthentication: "pre_authentication",
          PreSignUp: "pre_sign_up",
          UserMigration: "user_migration",
          VerifyAuthChallengeResponse: "verify_auth_challenge_response",
        },
      },
      MfaConfiguration: { attribute: "mfa_configuration", unset: "OFF" },
      Policies: {
        object: {
          PasswordPolicy: {
            block: "password_policy",
            properties: {
              MinimumLength: "minimum_length",
              PasswordHistorySize: "password_history_size",
              RequireLowercase: "require_lowercase",
              RequireNumbers: "require_numbers",
              RequireSymbols: "require_symbols",
              RequireUppercase: "require_uppercase",
            },
          },
          SignInPolicy: {
            block: "sign_in_policy",
            properties: { AllowedFirstAuthFactors: "allowed_first_auth_factors" },
          },
        },
      },
      UserPoolAddOns: {
        block: "user_pool_add_ons",
        properties: { AdvancedSecurityMode: "advanced_security_mode" },
      },
      UserPoolName: "name",
      UserPoolTags: { attribute: "tags_all", computed: true },
      UserPoolTier: "user_pool_tier",
      UsernameAttributes: "username_attributes",
    },
  },
  {
    type: "aws_cognito_user_pool_client",
    canonical: "AWS::Cognito::UserPoolClient",
    identifiers: ["id"],
    properties: {
      AllowedOAuthFlows: { attribute: "allowed_oauth_flows", unset: [] },
      AllowedOAuthFlowsUserPoolClient: "allowed_oauth_flows_user_pool_client",
      AllowedOAuthScopes: "allowed_oauth_scopes",
      CallbackURLs: "callback_urls",
      ClientName: "name",
      ExplicitAuthFlows: { attribute: "explicit_auth_flows", unset: [] },
      GenerateSecret: "generate_secret",
      SupportedIdentityProviders: { attribute: "supported_identity_providers", unset: [] },
      UserPoolId: "user_pool_id",
    },
  },
];
