package parley.infra.identity;

import static parley.infra.platform.TableShape.text;

import java.util.List;
import parley.identity.FindPeopleHandler;
import parley.identity.IdentityWiring;
import parley.identity.ReadProfileHandler;
import parley.identity.UpdateProfileHandler;
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
    var keep = on.data().keep();
    profiles = new Table(this, "Profiles", TableShape.lasting(keep, text("user")));
    names =
        new Table(
            this, "Names", TableShape.lasting(keep, text("directory")).sortedBy(text("entry")));

    var functions = new Functions(this, "identity", on);
    readProfile = functions.answering(ReadProfileHandler.class);
    var updateProfile = functions.answering(UpdateProfileHandler.class);
    var findPeople = functions.answering(FindPeopleHandler.class);

    on.rest().route("GET", "/profile", readProfile);
    on.rest().route("GET", "/profiles", readProfile);
    on.rest().route("PUT", "/profile", updateProfile);
    on.rest().route("GET", "/people", findPeople);

    List.of(readProfile, updateProfile).forEach(this::grantRegister);
    grantUpdate(updateProfile);
    List.of(readProfile, findPeople).forEach(this::grantRead);
    grantFind(findPeople);
  }

  /** Lets another service's function ask who a person is, at the address in that variable. */
  public void grantAsk(Function function, String variable) {
    function.mayInvoke(readProfile, variable);
  }

  /** A person's first profile is made with the rows by which it is found. */
  private void grantRegister(Function function) {
    profiles.allow(known(function), "GetItem", "PutItem");
    names.allow(function, "BatchWriteItem");
  }

  private void grantUpdate(Function function) {
    profiles.allow(function, "UpdateItem");
  }

  private void grantRead(Function function) {
    profiles.allow(known(function), "BatchGetItem");
  }

  private void grantFind(Function function) {
    names.allow(function, "Query");
  }

  private Function known(Function function) {
    return function
        .with(IdentityWiring.PROFILES_TABLE, profiles.name())
        .with(IdentityWiring.NAMES_TABLE, names.name());
  }
}
