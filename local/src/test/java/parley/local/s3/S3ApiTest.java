package parley.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeStack;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
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
