package parley.local;

import java.util.List;
import java.util.stream.Collectors;
import parley.local.issuer.Person;

/** The people that an empty user pool begins with, so that a first look needs no account. */
final class Demo {

  static final List<Person> PEOPLE =
      List.of(
          new Person("Ada Lovelace", "ada@example.com", "Ada-signs-in-1"),
          new Person("Grace Hopper", "grace@example.com", "Grace-signs-in-1"),
          new Person("Alan Turing", "alan@example.com", "Alan-signs-in-1"));

  private Demo() {}

  /** One line for the console. */
  static String line() {
    return PEOPLE.stream()
        .map(person -> person.email() + " / " + person.password())
        .collect(Collectors.joining(", ", "sign in as ", ""));
  }
}
