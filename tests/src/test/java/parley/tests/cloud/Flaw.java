package parley.tests.cloud;

import software.amazon.awssdk.core.SdkRequest;

/**
 * What a bug makes of a function's call of AWS, put in at the client: a checker that is worth
 * something sees it.
 */
@FunctionalInterface
public interface Flaw {

  /** No bug. */
  Flaw NONE = (_, _, request, call) -> call.with(request);

  /**
   * Answers a call.
   *
   * @param site whose client it is
   * @param function whose call it is, such as {@code SendMessage}
   * @param call how it is rightly answered
   */
  Object answer(Fault.Site site, String function, SdkRequest request, Call call) throws Throwable;

  /** A call that a request makes. */
  @FunctionalInterface
  interface Call {

    /** Makes it. */
    Object with(SdkRequest request) throws Throwable;
  }
}
