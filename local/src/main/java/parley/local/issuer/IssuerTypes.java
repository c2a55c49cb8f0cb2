package parley.local.issuer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.ResourceType.PropertyValue;

/** The resource types of user pools, and the ids that they are given. */
final class IssuerTypes {

  static final String POOL = "AWS::Cognito::UserPool";
  static final String CLIENT = "AWS::Cognito::UserPoolClient";
  static final String DOMAIN = "AWS::Cognito::UserPoolDomain";

  private IssuerTypes() {}

  static String poolId(Names names, String logicalId) {
    return "%s_%s".formatted(names.region(), names.id(logicalId, 9));
  }

  static String poolArn(Names names, String logicalId) {
    return names.arn("cognito-idp", "userpool/" + poolId(names, logicalId));
  }

  static String clientId(Names names, String logicalId) {
    return names.id(logicalId, 26);
  }

  static String clientSecret(Names names, String logicalId) {
    return names.id(logicalId + "/secret", 26);
  }

  static List<ResourceType> all() {
    return List.of(
        new ResourceType(
            POOL,
            Set.of(
                "AdminCreateUserConfig.AllowAdminCreateUserOnly",
                "Policies.PasswordPolicy",
                "UsernameAttributes",
                "UsernameConfiguration.CaseSensitive",
                "Schema"),
            Set.of(
                "AccountRecoverySetting",
                "AutoVerifiedAttributes",
                "DeletionProtection",
                "EmailVerificationMessage",
                "EmailVerificationSubject",
                "EnabledMfas",
                "MfaConfiguration",
                "SmsVerificationMessage",
                "UserPoolAddOns",
                "UserPoolName",
                "UserPoolTags",
                "UserPoolTier",
                "VerificationMessageTemplate"),
            IssuerTypes::poolId,
            Map.of(
                "Arn",
                IssuerTypes::poolArn,
                "UserPoolId",
                IssuerTypes::poolId,
                "ProviderName",
                (names, id) -> provider(names, id),
                "ProviderURL",
                (names, id) -> "https://" + provider(names, id))),
        new ResourceType(
            CLIENT,
            Set.of(
                "AccessTokenValidity",
                "AllowedOAuthFlows",
                "AllowedOAuthFlowsUserPoolClient",
                "AllowedOAuthScopes",
                "CallbackURLs",
                "EnableTokenRevocation",
                "GenerateSecret",
                "IdTokenValidity",
                "LogoutURLs",
                "PreventUserExistenceErrors",
                "RefreshTokenValidity",
                "SupportedIdentityProviders",
                "TokenValidityUnits",
                "UserPoolId"),
            Set.of("ClientName", "ExplicitAuthFlows", "AuthSessionValidity"),
            IssuerTypes::clientId,
            Map.of("ClientId", IssuerTypes::clientId, "ClientSecret", IssuerTypes::clientSecret)),
        new ResourceType(
            DOMAIN,
            Set.of("Domain", "UserPoolId"),
            Set.of("ManagedLoginVersion"),
            (PropertyValue) (names, id, properties) -> properties.apply("Domain"),
            Map.of()));
  }

  private static String provider(Names names, String id) {
    return "cognito-idp.%s.amazonaws.com/%s".formatted(names.region(), poolId(names, id));
  }
}
