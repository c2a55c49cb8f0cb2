package parley.addons.slack;

/** Keys of which a change is known only to who reads them anew. */
final class FakeKeys implements Keys {

  String known = "secret";
  String current = "secret";
  int reads;

  @Override
  public String signingSecret() {
    return known;
  }

  @Override
  public String freshSigningSecret() {
    reads++;
    known = current;
    return known;
  }

  @Override
  public String botToken() {
    return known;
  }

  @Override
  public String freshBotToken() {
    return freshSigningSecret();
  }
}
