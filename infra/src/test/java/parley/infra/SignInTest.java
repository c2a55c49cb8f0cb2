package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.infra.review.Plain;

class SignInTest {

  @Test
  void theWebClientHasNoSecretAndSignsInOnTheHostedPageAlone() {
    var client = Synthesized.DEMO.only("AWS::Cognito::UserPoolClient");
    assertThat(client.path("GenerateSecret").asBoolean()).isFalse();
    assertThat(Plain.text(client.path("AllowedOAuthFlows"))).isEqualTo("code");
    assertThat(Plain.text(client.path("ExplicitAuthFlows"))).isEqualTo("ALLOW_REFRESH_TOKEN_AUTH");
    assertThat(Plain.text(client.path("CallbackURLs")))
        .isEqualTo("https://${SiteDistribution.DomainName}/");
    assertThat(client.path("PreventUserExistenceErrors").asText()).isEqualTo("ENABLED");
  }

  @Test
  void anAddressIsTheSameHoweverItIsWritten() {
    var pool = Synthesized.DEMO.only("AWS::Cognito::UserPool");
    assertThat(pool.at("/UsernameConfiguration/CaseSensitive").asBoolean(true)).isFalse();
  }

  @Test
  void onlyAnOpenInstanceLetsAnybodyMakeAnAccount() {
    var path = "/AdminCreateUserConfig/AllowAdminCreateUserOnly";
    assertThat(Synthesized.DEMO.only("AWS::Cognito::UserPool").at(path).asBoolean()).isFalse();
    assertThat(Synthesized.FULL.only("AWS::Cognito::UserPool").at(path).asBoolean()).isTrue();
  }

  @Test
  void aProvidersSecretIsNeverInTheTemplate() {
    var oidc =
        Synthesized.FULL.all("AWS::Cognito::UserPoolIdentityProvider").values().stream()
            .filter(provider -> provider.path("ProviderType").asText().equals("OIDC"))
            .findFirst()
            .orElseThrow();
    assertThat(oidc.at("/ProviderDetails/client_secret").asText())
        .isEqualTo("{{resolve:secretsmanager:parley/directory:SecretString:::}}");
    assertThat(
            Plain.text(
                Synthesized.FULL
                    .only("AWS::Cognito::UserPoolClient")
                    .path("SupportedIdentityProviders")))
        .isEqualTo("COGNITO, ${SignInProvidersOidc}, ${SignInProvidersSaml}");
  }
}
