package parley.local.aws;

import java.util.List;
import parley.local.iam.Access;

/** One AWS service's API behind the twin's endpoint. */
public interface AwsApi {

  /**
   * The service's name in SigV4's credential scope: {@code dynamodb}, {@code lambda}, {@code
   * execute-api}.
   */
  String signingName();

  /** The operations that a function may call where its role allows them, by AWS's names. */
  List<String> operations();

  /**
   * What names an operation in {@code X-Amz-Target}; "" where this API is of another protocol, and
   * no integration can call it.
   */
  default String target(String operation) {
    return "";
  }

  /**
   * What the call needs to be allowed, with the ARNs that it acts on.
   *
   * @throws Unmapped where that cannot be said; the call is then denied
   */
  List<Access> accesses(AwsCall call) throws Unmapped;

  /** What this service answers to a call that was denied. */
  default AwsAnswer denied(String message) {
    return AwsAnswer.error(403, "AccessDeniedException", message);
  }

  /** What may be shown of a body that was sent or answered. */
  default byte[] shown(byte[] body) {
    return body;
  }

  /** Answers a call that is allowed. Blocking; called by many threads. */
  AwsAnswer answer(AwsCall call) throws Exception;
}
