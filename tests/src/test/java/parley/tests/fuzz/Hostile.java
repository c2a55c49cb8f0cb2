package parley.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Texts, JSON and addresses as only an attacker, or a broken client, writes them. */
record Hostile(RandomGenerator random) {

  /** What means something to one of the languages that a request passes through. */
  private static final List<String> SNIPPETS =
      List.of(
          "",
          " ",
          "plain",
          "'",
          "\"",
          "\\",
          "\\'",
          "\\\\'",
          "\\\"",
          "\", \"user\": \"somebody else\", \"x\": \"",
          "\"}, \"caller\": {\"user\": \"somebody else",
          "\\u0022",
          "/",
          "\0",
          "\b\f\r",
          "line\nline\ttab",
          "\u001b[31m",
          "\u007f\u0085",
          "\u2028\u2029",
          "\ufeff",
          "\ud83d",
          "\udc4d\ud83d",
          "👍🏽",
          "👨‍👩‍👧‍👦",
          "Zoë Ünï ﷽ \u202e",
          "$context.requestId",
          "${x}$!{x}$",
          "$input.json('$')",
          "$util.escapeJavaScript($x)",
          "#set($x = 1)",
          "#if(true)x#end",
          "#foreach($i in [1..9999999])x#end",
          "#* *# ## #[[ ]]#",
          "#include(\"/etc/passwd\")",
          "</script><!-- ]]>",
          "%s%n%00",
          "../..",
          "{}",
          "[",
          "null",
          "NaN",
          "-1",
          "1e400");

  private static final List<Integer> LENGTHS =
      List.of(16, 17, 63, 64, 65, 80, 81, 250, 251, 2_000, 3_999, 4_000, 4_001, 16_000);

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "-1",
          "1.5",
          "1e2",
          "1E-400",
          "1e400",
          "-1e400",
          "9007199254740991",
          "9007199254740992",
          "9223372036854775808",
          "99999999999999999999999999",
          "0.1000000000000000055511151231257827",
          "1" + "0".repeat(900),
          "9".repeat(1_500));

  private static final List<Integer> DEPTHS = List.of(2, 20, 90, 110, 300, 450, 1_100, 5_000);

  /** One of these. */
  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** True once in so many times. */
  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  /** A text. */
  String text() {
    if (once(8)) {
      return any(SNIPPETS.subList(2, SNIPPETS.size())).repeat(16_000).substring(0, any(LENGTHS));
    }
    var text = new StringBuilder();
    for (var i = random.nextInt(4); i >= 0; i--) {
      text.append(once(4) ? anyCharacters() : any(SNIPPETS));
    }
    return text.toString();
  }

  /** A JSON value, as text. */
  String json() {
    return switch (random.nextInt(10)) {
      case 0 -> any(NUMBERS);
      case 1 -> any(List.of("true", "false", "null", "[]", "{}", "\"\""));
      case 2 -> deep();
      case 3 -> object();
      case 4 -> list();
      default -> quoted(text());
    };
  }

  /** A text as a JSON string, in one of the ways in which it can be written. */
  String quoted(String text) {
    var all = once(3);
    var out = new StringBuilder("\"");
    for (var c : text.toCharArray()) {
      if (all || c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /** Bytes that an address can hold, percent-encoded. */
  String encoded() {
    if (once(4)) {
      return any(
          List.of("%00", "%2F", "%2e%2e", "%ED%A0%80", "%FF%FE", "%25%32%37", "%0d%0a", "+"));
    }
    var out = new StringBuilder();
    for (var b : shortened(text()).getBytes(StandardCharsets.UTF_8)) {
      out.append("%%%02X".formatted(b & 0xff));
    }
    return out.toString();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 300));
  }

  private String anyCharacters() {
    var out = new StringBuilder();
    for (var i = random.nextInt(12); i >= 0; i--) {
      out.append((char) (once(2) ? random.nextInt(128) : random.nextInt(0x10000)));
    }
    return out.toString();
  }

  private String deep() {
    var depth = any(DEPTHS);
    return once(2)
        ? "[".repeat(depth) + "]".repeat(depth)
        : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  /** Often with a name twice. */
  private String object() {
    var members = new ArrayList<String>();
    for (var i = random.nextInt(4); i >= 0; i--) {
      var name = once(2) ? "\"room\"" : quoted(text());
      members.add(name + ":" + (once(2) ? any(NUMBERS) : quoted(text())));
    }
    return "{" + String.join(",", members) + "}";
  }

  private String list() {
    var length = any(List.of(1, 2, 50, 51, 101));
    return "[" + String.join(",", Collections.nCopies(length, quoted(any(SNIPPETS)))) + "]";
  }
}
