package parley.infra.addons.triggers;

import static parley.infra.platform.TableShape.text;

import parley.addons.triggers.reminders.CancelReminderHandler;
import parley.addons.triggers.reminders.ListRemindersHandler;
import parley.addons.triggers.reminders.RemindersWiring;
import parley.addons.triggers.reminders.RingRemindersHandler;
import parley.addons.triggers.reminders.SetReminderHandler;
import parley.infra.addons.Services;
import parley.infra.platform.Clock;
import parley.infra.platform.Functions;
import parley.infra.platform.Table;
import parley.infra.platform.TableShape;
import software.constructs.Construct;

/** Reminders: their table, the routes of people, and each minute a look at what is due. */
final class Reminders extends Construct {

  /** A minute that fails is tried three times; one alone is made up for in the next. */
  private static final int PASSING = 3;

  Reminders(Construct scope, String id, Services services) {
    super(scope, id);
    var on = services.on();
    var table =
        new Table(
            this,
            "Pending",
            TableShape.lasting(on.data().keep(), text("user"))
                .sortedBy(text("id"))
                .indexed(RemindersWiring.DUE, text("due"), text("at")));

    var functions = new Functions(this, "addons/triggers", on);
    var set = functions.answering(SetReminderHandler.class);
    var list = functions.answering(ListRemindersHandler.class);
    var cancel = functions.answering(CancelReminderHandler.class);
    var ring = functions.working(RingRemindersHandler.class);

    on.rest().route("POST", "/rooms/{room}/reminders", set);
    on.rest().route("GET", "/reminders", list);
    on.rest().route("DELETE", "/reminders/{reminder}", cancel);
    new Clock(this, "Clock").invoke(new Clock.When("Minute", "rate(1 minute)", "UTC"), ring, "{}");

    table.allow(set.with(RemindersWiring.REMINDERS_TABLE, table.name()), "Query", "PutItem");
    table.allow(list.with(RemindersWiring.REMINDERS_TABLE, table.name()), "Query");
    table.allow(cancel.with(RemindersWiring.REMINDERS_TABLE, table.name()), "DeleteItem");
    table.allow(ring.with(RemindersWiring.REMINDERS_TABLE, table.name()), "DeleteItem");
    table.allowQuery(ring, RemindersWiring.DUE);
    services.rooms().grantFindMembership(set, RemindersWiring.FIND_MEMBERSHIP_FUNCTION);
    services.rooms().grantFindMembership(ring, RemindersWiring.FIND_MEMBERSHIP_FUNCTION);
    services.messages().grantPost(ring, RemindersWiring.POST_MESSAGE_FUNCTION);
    services
        .watch()
        .over(
            this,
            "Untold",
            "reminders are due and cannot be told: look for errors in RingReminders' log",
            ring.metric("Errors", "Sum"),
            PASSING);
  }
}
