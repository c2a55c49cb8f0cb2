package parley.identity;

final class FakeProfilesTest extends ProfilesContract {

  @Override
  Profiles profiles() {
    return new FakeProfiles(new Steps());
  }
}
