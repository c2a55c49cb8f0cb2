package parley.addons.slack;

import static java.util.function.Predicate.not;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import parley.addons.slack.Heard.Command;

/**
 * Does what somebody asks for with the app's command, and answers them in Slack. Asked twice for
 * the same, it does it once.
 */
record RunCommand(
    Links links,
    Announcer announcer,
    Room room,
    Slack slack,
    People people,
    Company company,
    Clock clock) {

  private static final String HELP =
      """
      `%1$s link CODE` links this channel with a room: one of its owners finds the code in the room's details
      `%1$s who` tells who is in the room
      `%1$s post WORDS` writes into the room
      `%1$s unlink` ends the link""";

  private static final String NOT_LINKED =
      "this channel is not linked with a room: `%1$s link CODE` does that";
  private static final String NO_CODE =
      "this code is unknown, was used or is older than 10 minutes: one of the room's owners finds a"
          + " new one in the room's details";
  private static final String ENDED = "%s ended the link with %s in Slack.";
  private static final String ENDING =
      "the last link of one of the two is just ending: try again in a moment";
  private static final String NOT_HERE =
      "the app is not in this channel: `/invite` it, then give the command again";

  /**
   * What is answered.
   *
   * @param everybody whether the whole channel sees it
   */
  private record Said(String text, boolean everybody) {}

  void run(Command command) {
    var words = command.words().split("\\s+", 2);
    var rest = words.length == 2 ? words[1].strip() : "";
    var said =
        switch (words[0]) {
          case "link" -> link(command, rest);
          case "unlink" -> unlink(command);
          case "who" -> linked(command).map(link -> who(link)).orElse(no(NOT_LINKED));
          case "post" ->
              rest.isEmpty()
                  ? no(HELP)
                  : linked(command)
                      .flatMap(announcer::told)
                      .map(link -> post(command, link, rest))
                      .orElse(no(NOT_LINKED));
          default -> no(HELP);
        };
    answer(command, said);
  }

  private Optional<Link> linked(Command command) {
    return links.ofChannel(command.place());
  }

  private Said link(Command command, String code) {
    var before = linked(command);
    if (before.isPresent()) {
      return before.get().request().equals(command.id())
          ? begin(before.get())
          : no("this channel is linked with a room already: `%1$s unlink` ends that");
    }
    var offer = links.offered(code).filter(made -> company.isOwner(made.room(), made.user()));
    if (offer.isEmpty()) {
      return no(NO_CODE);
    }
    var room = offer.get().room();
    var other = links.anyOfRoom(room).filter(link -> !link.place().equals(command.place()));
    if (other.isPresent()) {
      return other.get().stands()
          ? no("that room is linked with a channel already: one of its owners can end that")
          : no(ENDING);
    }
    return channel(command).map(name -> link(command, code, room, name)).orElse(no(NOT_HERE));
  }

  private Said link(Command command, String code, String to, String name) {
    if (!hasSettled(command)) {
      return no(ENDING);
    }
    var by = people.name(command.user());
    var at = clock.instant().getEpochSecond();
    var link = Link.made(to, command.place(), name, by, at, command.id());
    return links.link(code, link)
        ? begin(link)
        : linked(command)
            .filter(found -> found.request().equals(command.id()))
            .map(this::begin)
            .orElse(no("somebody else linked one of the two just now: look, and try again"));
  }

  /** Whether there is nothing more to tell of the channel's last link. */
  private boolean hasSettled(Command command) {
    return links
        .anyOfChannel(command.place())
        .filter(not(Link::stands))
        .map(announcer::takeOver)
        .orElse(true);
  }

  private Said begin(Link link) {
    return announcer
        .told(link)
        .map(
            told ->
                everybody(
                    "%s linked this channel with the room “%s”: what is written in one is seen in both"
                        .formatted(told.by(), company.room(told.room()))))
        .orElse(
            no(
                "the room did not take it, or somebody ended the link just now: look, and try again"));
  }

  private Said unlink(Command command) {
    var by = people.name(command.user());
    // It may come once more when another link has been made in place of the one that it ended.
    var link = links.anyOfChannel(command.place()).filter(found -> found.at() <= command.at());
    if (link.isEmpty()) {
      return no(NOT_LINKED);
    }
    link.filter(Link::stands)
        .ifPresent(found -> announcer.end(found, ENDED.formatted(by, found.name()), true));
    return hasSettled(command)
        ? everybody("%s ended the link with the room".formatted(by))
        : no(ENDING);
  }

  private Said who(Link link) {
    return no(company.sentence(link.room()));
  }

  private Said post(Command command, Link link, String words) {
    var by = people.name(command.user());
    var text = Markup.fitting(Markup.ofSlack(words, people::name));
    return room.post(link.room(), "command:" + command.id(), by, text).isPresent()
        ? everybody("%s: %s".formatted(by, text))
        : no("the room did not take it");
  }

  /** The channel's name, where this app is in it. */
  private Optional<String> channel(Command command) {
    var asked = Map.of("channel", command.place().channel());
    return switch (slack.call("conversations.info", asked)) {
      case Slack.Done(var body) ->
          body.at("/channel/is_member").asBoolean()
              ? Optional.of("#" + body.at("/channel/name").asText("channel"))
              : Optional.empty();
      case Slack.Refused(var error) -> {
        if (!error.equals("channel_not_found")) {
          throw new IllegalStateException("Slack does not tell of the channel: " + error);
        }
        yield Optional.empty();
      }
      case Slack.Wait _ -> throw new IllegalStateException("Slack is busy");
    };
  }

  /** It is done by now: an answer that does not arrive is not worth doing it again. */
  private void answer(Command command, Said said) {
    try {
      slack.answer(
          command.answer(),
          Markup.toSlack(said.text().replace("%1$s", command.name())),
          said.everybody());
    } catch (RuntimeException e) {
      System.err.println("a command's answer did not arrive: " + e);
    }
  }

  private static Said no(String text) {
    return new Said(text, false);
  }

  private static Said everybody(String text) {
    return new Said(text, true);
  }
}
