package parley.local.aws;

/** One AWS service's API behind the twin's endpoint. */
public interface AwsApi {

  /**
   * The service's name in SigV4's credential scope: {@code dynamodb}, {@code lambda}, {@code
   * execute-api}.
   */
  String signingName();

  /** Answers a call whose caller is known. Blocking; called by many threads. */
  AwsAnswer answer(AwsCall call) throws Exception;
}
