package parley.infra.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What may be written for one key of an instance file; both the reader and the schema go by it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

  /** What it is for, in one sentence. */
  String about();

  /**
   * The value that holds where the key is not written; "" means that it must be written. A list or
   * a map that may be left out has "none", and is empty then.
   */
  String otherwise() default "";

  /** What a text must match as a whole; in a list each of its texts, in a map each of its names. */
  String pattern() default "";

  /** What is allowed, for a person: goes with {@link #pattern}. */
  String allowed() default "";

  /** The closed set of numbers that are allowed; empty means any. */
  int[] oneOf() default {};

  /** True where a text must be the name of a time zone, such as Europe/Berlin. */
  boolean timeZone() default false;

  /** True where a text must be a request for a certificate, signed with the key that it is for. */
  boolean certificateRequest() default false;

  /** How few a list may hold. */
  int least() default 0;

  /** How many a list may hold; 0 for any number. */
  int most() default 0;

  /** The member of a list's records that no two may have alike; "" where it does not matter. */
  String unlike() default "";
}
