package parley.infra.config;

import java.util.Optional;

/** How people sign in. */
public record SignIn(
    @Setting(about = "True lets anybody make an account; false lets administrators only.")
        boolean selfSignUp,
    @Setting(about = "An OpenID Connect provider to sign in with.") Optional<Oidc> oidc,
    @Setting(about = "A SAML provider to sign in with.") Optional<Saml> saml) {}
