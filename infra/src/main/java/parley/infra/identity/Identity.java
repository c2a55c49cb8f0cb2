package parley.infra.identity;

import static parley.infra.platform.TableShape.text;

import parley.infra.platform.Foundation;
import parley.infra.platform.Function;
import parley.infra.platform.Functions;
import parley.infra.platform.Table;
import parley.infra.platform.TableShape;
import software.constructs.Construct;

/** People's profiles, and the search for people by name. */
public final class Identity extends Construct {

  private final Table profiles;
  private final Table names;
  private final Function readProfile;

  /** The service. */
  public Identity(Construct scope, String id, Foundation on) {
    super(scope, id);
    var keep = on.settings().data().keep();
    profiles = new Table(this, "Profiles", TableShape.lasting(keep, text("user")));
    names =
        new Table(
            this, "Names", TableShape.lasting(keep, text("directory")).sortedBy(text("entry")));

    var functions = new Functions(this, "identity", on);
    readProfile = functions.answering(Handlers.READ_PROFILE);
    var updateProfile = functions.answering(Handlers.UPDATE_PROFILE);
    var findPeople = functions.answering(Handlers.FIND_PEOPLE);

    on.rest().route("GET", "/profile", readProfile);
    on.rest().route("GET", "/profiles", readProfile);
    on.rest().route("PUT", "/profile", updateProfile);
    on.rest().route("GET", "/people", findPeople);

    grantRead(readProfile);
    grantWrite(readProfile);
    grantRead(updateProfile);
    grantWrite(updateProfile);
    grantRead(findPeople);
    grantFind(findPeople);
  }

  /** Lets another service's function ask who a person is, at the address in that variable. */
  public void grantAsk(Function function, String variable) {
    function.mayInvoke(readProfile, variable);
  }

  private void grantRead(Function function) {
    profiles.allow(function.with(Handlers.PROFILES_TABLE, profiles.name()), "GetItem", "BatchGetItem");
  }

  /** A profile's name and the rows by which it is found change together. */
  private void grantWrite(Function function) {
    profiles.allow(function, "PutItem", "UpdateItem");
    names.allow(
        function.with(Handlers.NAMES_TABLE, names.name()),
        "PutItem",
        "DeleteItem",
        "BatchWriteItem");
  }

  private void grantFind(Function function) {
    names.allow(function.with(Handlers.NAMES_TABLE, names.name()), "Query");
  }
}
