package parley.local.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text of a policy that may hold variables: {@code ${aws:PrincipalAccount}}, {@code
 * ${aws:PrincipalTag/team, 'none'}}, and {@code ${*}}, <code>${?}</code>, <code>${$}</code> for the
 * characters themselves.
 */
final class Text {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern WITH_DEFAULT = Pattern.compile("(.*?)\\s*,\\s*'([^']*)'\\s*");

  private static final Pattern KEY = Pattern.compile("[\\w-]+:[^\\s,']+");
  private static final Set<String> CHARACTERS = Set.of("*", "?", "$");

  private final String written;
  private final boolean knowsVariables;
  private final Optional<Glob> fixedGlob;
  private final Optional<List<Glob>> fixedArnGlobs;

  /**
   * @param knowsVariables false for policies of the version 2008-10-17, in which {@code ${} is text
   */
  Text(String written, boolean knowsVariables) {
    this.written = written;
    this.knowsVariables = knowsVariables && written.contains("${");
    // What no request changes is made ready once.
    fixedGlob = this.knowsVariables ? Optional.empty() : Optional.of(Glob.of(written));
    fixedArnGlobs =
        this.knowsVariables
            ? Optional.empty()
            : Optional.of(Stream.of(written.split(":", Arn.PARTS)).map(Glob::of).toList());
  }

  String written() {
    return written;
  }

  /** The keys of its variables. Throws {@link IllegalArgumentException} where one is none. */
  List<String> variables() {
    if (!knowsVariables) {
      return List.of();
    }
    var keys =
        VARIABLE
            .matcher(written)
            .results()
            .map(found -> key(found.group(1)))
            .filter(key -> !CHARACTERS.contains(key))
            .toList();
    if (VARIABLE.matcher(written).replaceAll("").contains("${")
        || !keys.stream().allMatch(key -> KEY.matcher(key).matches())) {
      throw new IllegalArgumentException(
          "a policy variable in \"%s\" is none: it may be ${KEY}, ${KEY, 'DEFAULT'}, ${*}, ${?} or ${$}"
              .formatted(written));
    }
    return keys;
  }

  /** Whether each of its variables has a value in a request, or a default. */
  boolean resolves(Keys keys) {
    return fill(keys, text -> {}, text -> {});
  }

  /** The pattern for a request; empty where a variable has no value and no default. */
  Optional<Glob> glob(Keys keys) {
    if (!knowsVariables) {
      return fixedGlob;
    }
    var glob = new Glob.Builder();
    return fill(keys, glob::pattern, glob::literal) ? Optional.of(glob.build()) : Optional.empty();
  }

  /** One pattern for each of the six parts of an ARN; one for all where it is no ARN. */
  Optional<List<Glob>> arnGlobs(Keys keys) {
    if (!knowsVariables) {
      return fixedArnGlobs;
    }
    var parts = new ArrayList<Glob.Builder>(List.of(new Glob.Builder()));
    var filled =
        fill(
            keys,
            text -> {
              var pieces = text.split(":", Math.max(1, 7 - parts.size()));
              parts.getLast().pattern(pieces[0]);
              for (var i = 1; i < pieces.length; i++) {
                parts.add(new Glob.Builder());
                parts.getLast().pattern(pieces[i]);
              }
            },
            text -> parts.getLast().literal(text));
    return filled
        ? Optional.of(parts.stream().map(Glob.Builder::build).toList())
        : Optional.empty();
  }

  /** The text for a request, in which no character is special. */
  Optional<String> plain(Keys keys) {
    if (!knowsVariables) {
      return Optional.of(written);
    }
    var text = new StringBuilder();
    return fill(keys, text::append, text::append) ? Optional.of(text.toString()) : Optional.empty();
  }

  private boolean fill(
      Keys keys,
      java.util.function.Consumer<String> pattern,
      java.util.function.Consumer<String> literal) {
    if (!knowsVariables) {
      pattern.accept(written);
      return true;
    }
    var variable = VARIABLE.matcher(written);
    var at = 0;
    while (variable.find()) {
      if (variable.start() > at) {
        pattern.accept(written.substring(at, variable.start()));
      }
      var value = value(variable.group(1), keys);
      if (value.isEmpty()) {
        return false;
      }
      literal.accept(value.get());
      at = variable.end();
    }
    if (at < written.length()) {
      pattern.accept(written.substring(at));
    }
    return true;
  }

  private static String key(String name) {
    var withDefault = WITH_DEFAULT.matcher(name);
    return withDefault.matches() ? withDefault.group(1) : name;
  }

  private static Optional<String> value(String name, Keys keys) {
    if (CHARACTERS.contains(name)) {
      return Optional.of(name);
    }
    var withDefault = WITH_DEFAULT.matcher(name);
    var values = keys.of(key(name));
    if (values.size() == 1) {
      return Optional.of(values.getFirst());
    }
    return withDefault.matches() && values.isEmpty()
        ? Optional.of(withDefault.group(2))
        : Optional.empty();
  }
}
