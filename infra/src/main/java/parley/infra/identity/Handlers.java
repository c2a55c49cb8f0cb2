package parley.infra.identity;

/** The service's functions and the names of their settings. */
final class Handlers {

  static final String READ_PROFILE = "parley.identity.ReadProfileHandler";
  static final String UPDATE_PROFILE = "parley.identity.UpdateProfileHandler";
  static final String FIND_PEOPLE = "parley.identity.FindPeopleHandler";

  static final String PROFILES_TABLE = "PROFILES_TABLE";
  static final String NAMES_TABLE = "NAMES_TABLE";

  private Handlers() {}
}
