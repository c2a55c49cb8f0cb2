package parley.infra.identity;

import java.util.ArrayList;
import java.util.List;
import parley.infra.config.Oidc;
import parley.infra.config.Saml;
import parley.infra.config.SignIn;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.services.cognito.AttributeMapping;
import software.amazon.awscdk.services.cognito.ProviderAttribute;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClientIdentityProvider;
import software.amazon.awscdk.services.cognito.UserPoolIdentityProviderOidc;
import software.amazon.awscdk.services.cognito.UserPoolIdentityProviderSaml;
import software.amazon.awscdk.services.cognito.UserPoolIdentityProviderSamlMetadata;
import software.constructs.Construct;

/** The customer's own identity providers, beside the pool's accounts. */
final class Providers extends Construct {

  private final UserPool pool;
  private final List<UserPoolClientIdentityProvider> supported = new ArrayList<>();

  Providers(Construct scope, String id, UserPool pool, SignIn settings) {
    super(scope, id);
    this.pool = pool;
    supported.add(UserPoolClientIdentityProvider.COGNITO);
    settings.oidc().ifPresent(this::add);
    settings.saml().ifPresent(this::add);
  }

  /** Those that a client lets people choose from. */
  List<UserPoolClientIdentityProvider> supported() {
    return List.copyOf(supported);
  }

  private void add(Oidc oidc) {
    var provider =
        UserPoolIdentityProviderOidc.Builder.create(this, "Oidc")
            .userPool(pool)
            .name(oidc.name())
            .issuerUrl(oidc.issuer())
            .clientId(oidc.clientId())
            // Becomes a dynamic reference: the template holds the secret's name alone.
            .clientSecret(SecretValue.secretsManager(oidc.clientSecretName()).unsafeUnwrap())
            .scopes(List.of("openid", "email", "profile"))
            .attributeMapping(mapping("email", "name"))
            .build();
    supported.add(UserPoolClientIdentityProvider.custom(provider.getProviderName()));
  }

  private void add(Saml saml) {
    var claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
    var provider =
        UserPoolIdentityProviderSaml.Builder.create(this, "Saml")
            .userPool(pool)
            .name(saml.name())
            .metadata(UserPoolIdentityProviderSamlMetadata.url(saml.metadataUrl()))
            .attributeMapping(mapping(claims + "emailaddress", claims + "name"))
            .build();
    supported.add(UserPoolClientIdentityProvider.custom(provider.getProviderName()));
  }

  private static AttributeMapping mapping(String email, String name) {
    return AttributeMapping.builder()
        .email(ProviderAttribute.other(email))
        .fullname(ProviderAttribute.other(name))
        .build();
  }
}
