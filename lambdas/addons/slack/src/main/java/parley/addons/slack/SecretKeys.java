package parley.addons.slack;

import parley.outside.Secret;

/** What Slack gave, as an operator put it into the add-on's secret. */
record SecretKeys(Secret secret) implements Keys {

  private static final String SIGNING_SECRET = "signingSecret";
  private static final String BOT_TOKEN = "botToken";

  @Override
  public String signingSecret() {
    return secret.get(SIGNING_SECRET).orElse("");
  }

  @Override
  public String freshSigningSecret() {
    return secret.fresh(SIGNING_SECRET).orElse("");
  }

  @Override
  public String botToken() {
    return secret.get(BOT_TOKEN).orElse("");
  }

  @Override
  public String freshBotToken() {
    return secret.fresh(BOT_TOKEN).orElse("");
  }
}
