package parley.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.local.FakeStack;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;
import parley.local.template.Names;

class S3ApiTest {

  private static final Names NAMES = FakeStack.freeNames();

  @TempDir private Path folder;
  private String bucket;
  private S3Api api;

  @BeforeEach
  void start() throws Exception {
    var buckets = new Buckets(folder);
    var template = "{\"Kept\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": {}}}";
    buckets.start(new FakeStack(NAMES, template, List.of(buckets)));
    bucket = buckets.all().getFirst().name();
    api = new S3Api(buckets);
  }

  @Test
  void whatIsPutIsGotWithItsHeaders() throws Exception {
    var put = send("PUT", "/a%20b/c.json", Map.of("content-type", "text/x"), "one");
    var got = send("GET", "/a%20b/c.json", Map.of(), "");

    assertThat(put.status()).isEqualTo(200);
    assertThat(got.headers()).containsEntry("content-type", "text/x");
    assertThat(got.headers().get("ETag")).isEqualTo("\"f97c5d29941bfb1b2fdab0874906ab82\"");
    assertThat(text(got)).isEqualTo("one");
  }

  @Test
  void whatIsSentInChunksIsStoredWithoutTheirFrames() throws Exception {
    var body =
        "5;chunk-signature=ab\r\nhello\r\n1\r\n!\r\n0;chunk-signature=cd\r\nx-amz-checksum-crc32:AA==\r\n\r\n";
    send(
        "PUT",
        "/x",
        Map.of(
            "x-amz-content-sha256",
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            "content-encoding",
            "aws-chunked,gzip"),
        body);

    var got = send("GET", "/x", Map.of(), "");
    assertThat(text(got)).isEqualTo("hello!");
    assertThat(got.headers()).containsEntry("content-encoding", "gzip");
  }

  @Test
  void aListHoldsWhatBeginsSo() throws Exception {
    send("PUT", "/a/1", Map.of(), "x");
    send("PUT", "/a/<2>", Map.of(), "xy");
    send("PUT", "/b", Map.of(), "x");

    var list = api.answer(call("GET", "", "list-type=2&prefix=a%2F", Map.of(), ""));

    assertThat(text(list))
        .contains("<Key>a/1</Key><Size>1</Size>", "<Key>a/&lt;2&gt;</Key><Size>2</Size>")
        .doesNotContain("<Key>b</Key>");
  }

  @Test
  void theBucketsAreThoseOfTheStack() throws Exception {
    var call =
        new AwsCall(new Caller.Administrator("you"), "s3", "GET", "/", "", Map.of(), new byte[0]);

    assertThat(text(api.answer(call))).contains("<Name>%s</Name>".formatted(bucket));
    assertThat(api.accesses(call)).containsExactly(new Access("s3:ListAllMyBuckets", "*"));
  }

  @Test
  void whatIsNotThereIsSaidSo() throws Exception {
    send("PUT", "/x", Map.of(), "x");

    assertThat(send("DELETE", "/x", Map.of(), "").status()).isEqualTo(204);
    assertThat(text(send("GET", "/x", Map.of(), ""))).contains("<Code>NoSuchKey</Code>");
    assertThat(text(send("GET", "/../../x", Map.of(), ""))).contains("<Code>NoSuchKey</Code>");
    var elsewhere =
        api.answer(
            new AwsCall(
                new Caller.Administrator("you"), "s3", "GET", "/no/x", "", Map.of(), new byte[0]));
    assertThat(text(elsewhere)).contains("<Code>NoSuchBucket</Code>");
  }

  @Test
  void whatIsNeededIsTheActionOnTheObjectOrTheBucket() throws Exception {
    var arn = "arn:aws:s3:::" + bucket;

    assertThat(api.accesses(call("PUT", "/a%2Fb", "", Map.of(), "")))
        .containsExactly(new Access("s3:PutObject", arn + "/a/b"));
    assertThat(api.accesses(call("HEAD", "/a", "", Map.of(), "")))
        .containsExactly(new Access("s3:GetObject", arn + "/a"));
    assertThat(api.accesses(call("GET", "", "list-type=2", Map.of(), "")))
        .containsExactly(new Access("s3:ListBucket", arn));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /a, tagging",
    "PUT, /a, acl",
    "PUT, /a, x-id=PutObject&acl=",
    "PUT, /a, partNumber=1&uploadId=u",
    "DELETE, /a, tagging",
    "DELETE, /a, versionId=1",
    "GET, /a, acl",
    "GET, /a, versionId=1",
    "GET, /a, prefix=a",
    "HEAD, /a, versionId=1",
    "GET, '', policy",
    "GET, '', versions&prefix=a",
    "GET, '', list-type=2&%61cl",
    "POST, /a, ''"
  })
  void anOperationThatIsNotKnownIsDeniedAndNotDone(String method, String key, String query)
      throws Exception {
    send("PUT", "/a", Map.of(), "kept");
    var call = call(method, key, query, Map.of(), "lost");

    assertThatThrownBy(() -> api.accesses(call)).isInstanceOf(Unmapped.class);
    assertThat(api.answer(call).status()).isEqualTo(501);
    assertThat(text(send("GET", "/a", Map.of(), ""))).isEqualTo("kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-amz-acl",
        "x-amz-bypass-governance-retention",
        "x-amz-copy-source",
        "x-amz-copy-source-if-match",
        "x-amz-grant-read",
        "x-amz-object-lock-mode",
        "x-amz-tagging"
      })
  void aHeaderThatNeedsAnotherPermissionIsDenied(String header) {
    var call = call("PUT", "/a", "", Map.of(header, "x"), "");

    assertThatThrownBy(() -> api.accesses(call))
        .isInstanceOf(Unmapped.class)
        .hasMessageContaining("PUT /%s/a with [%s]".formatted(bucket, header));
  }

  @Test
  void whatClientsSayOfTheirOwnIsNoOtherOperation() throws Exception {
    var arn = "arn:aws:s3:::" + bucket;
    var headers =
        Map.of(
            "x-amz-content-sha256",
            "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
            "x-amz-sdk-checksum-algorithm",
            "CRC32",
            "x-amz-trailer",
            "x-amz-checksum-crc32",
            "x-amz-decoded-content-length",
            "1",
            "content-encoding",
            "aws-chunked",
            "x-amz-meta-acl",
            "mine");
    var list =
        "list-type=2&prefix=a&delimiter=&max-keys=9&start-after=&continuation-token=&encoding-type=url&fetch-owner=false";

    assertThat(api.accesses(call("PUT", "/a", "x-id=PutObject", headers, "")))
        .containsExactly(new Access("s3:PutObject", arn + "/a"));
    assertThat(api.accesses(call("GET", "/a", "x-id=GetObject", Map.of(), "")))
        .containsExactly(new Access("s3:GetObject", arn + "/a"));
    assertThat(api.accesses(call("DELETE", "/a", "x-id=DeleteObject", Map.of(), "")))
        .containsExactly(new Access("s3:DeleteObject", arn + "/a"));
    assertThat(api.accesses(call("GET", "", list, Map.of(), "")))
        .containsExactly(new Access("s3:ListBucket", arn));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/open/../kept/x", "/kept//x", "/./kept/x", "/kept/x/", "//kept/x"})
  void anotherKeyOfTheSameFileHasNoObject(String key) throws Exception {
    send("PUT", "/kept/x", Map.of(), "kept");

    assertThat(text(send("GET", key, Map.of(), ""))).contains("<Code>NoSuchKey</Code>");
    assertThatThrownBy(() -> send("PUT", key, Map.of(), "lost"))
        .hasMessageContaining("is no path of a file here");
    send("DELETE", key, Map.of(), "");
    assertThat(text(send("GET", "/kept/x", Map.of(), ""))).isEqualTo("kept");
  }

  private AwsAnswer send(String method, String key, Map<String, String> headers, String body)
      throws Exception {
    return api.answer(call(method, key, "", headers, body));
  }

  private AwsCall call(
      String method, String key, String query, Map<String, String> headers, String body) {
    return new AwsCall(
        new Caller.Administrator("you"),
        "s3",
        method,
        "/" + bucket + key,
        query,
        headers,
        body.getBytes(UTF_8));
  }

  private static String text(AwsAnswer answer) {
    return new String(answer.body(), UTF_8);
  }
}
