package parley.infra.identity;

import java.util.List;
import parley.infra.config.Data;
import parley.infra.platform.Accepted;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.CfnUserPoolClient;
import software.amazon.awscdk.services.cognito.CognitoDomainOptions;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.StandardAttribute;
import software.amazon.awscdk.services.cognito.StandardAttributes;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;
import software.amazon.awscdk.services.cognito.UserPoolDomainOptions;
import software.constructs.Construct;

/**
 * Where people sign in: a user pool with its hosted page, and the customer's own provider if any.
 */
public final class SignIn extends Construct {

  private final UserPool pool;
  private final String address;
  private final Providers providers;

  /**
   * The pool, as yet without a client.
   *
   * @param stack the stack's name, with which the sign-in page's address begins
   */
  public SignIn(
      Construct scope, String id, String stack, parley.infra.config.SignIn settings, Data data) {
    super(scope, id);
    var keep = data.keep();
    pool =
        UserPool.Builder.create(this, "Pool")
            .signInAliases(SignInAliases.builder().email(true).build())
            // Nobody gets a second account by writing their address another way; set once for ever.
            .signInCaseSensitive(false)
            .selfSignUpEnabled(settings.selfSignUp())
            .standardAttributes(
                StandardAttributes.builder().fullname(required()).email(required()).build())
            // Length is what makes a password strong (NIST SP 800-63B); kinds of characters do not.
            .passwordPolicy(PasswordPolicy.builder().minLength(12).build())
            .mfa(Mfa.OPTIONAL)
            .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
            .accountRecovery(AccountRecovery.EMAIL_ONLY)
            .deletionProtection(keep)
            .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .build();
    Accepted.SIGN_IN_STRENGTH.on(pool);
    var prefix = "%s-%s".formatted(stack, Aws.ACCOUNT_ID);
    var domain =
        pool.addDomain(
            "Domain",
            UserPoolDomainOptions.builder()
                .cognitoDomain(CognitoDomainOptions.builder().domainPrefix(prefix).build())
                .build());
    address = domain.baseUrl();
    providers = new Providers(this, "Providers", pool, settings);
  }

  /** The pool whose tokens the APIs accept. */
  public UserPool pool() {
    return pool;
  }

  /** The tokens' issuer. */
  public String issuer() {
    return pool.getUserPoolProviderUrl();
  }

  /**
   * The origins that a page talks to while somebody signs in: a content security policy takes these
   * alone, since a path in it, such as the issuer's, would match nothing but itself.
   */
  public List<String> origins() {
    return List.of("https://cognito-idp.%s.%s".formatted(Aws.REGION, Aws.URL_SUFFIX), address);
  }

  /** The hosted sign-in page's origin. */
  public String address() {
    return address;
  }

  /** Registers the web client, which lives at that origin; gives its id. */
  public String client(String origin) {
    var root = List.of(origin + "/");
    var client =
        pool.addClient(
            "Web",
            UserPoolClientOptions.builder()
                .generateSecret(false)
                .oAuth(
                    OAuthSettings.builder()
                        .flows(OAuthFlows.builder().authorizationCodeGrant(true).build())
                        .scopes(List.of(OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE))
                        .callbackUrls(root)
                        .logoutUrls(root)
                        .build())
                .supportedIdentityProviders(providers.supported())
                .preventUserExistenceErrors(true)
                .enableTokenRevocation(true)
                .idTokenValidity(Duration.minutes(60))
                .accessTokenValidity(Duration.minutes(60))
                .refreshTokenValidity(Duration.days(30))
                .build());
    client.getNode().addDependency(providers);
    // People sign in on the hosted page alone: nothing else may try passwords with this client.
    if (client.getNode().getDefaultChild() instanceof CfnUserPoolClient made) {
      made.setExplicitAuthFlows(List.of("ALLOW_REFRESH_TOKEN_AUTH"));
    }
    return client.getUserPoolClientId();
  }

  private static StandardAttribute required() {
    return StandardAttribute.builder().required(true).mutable(true).build();
  }
}
