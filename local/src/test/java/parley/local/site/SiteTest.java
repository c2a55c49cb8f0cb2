package parley.local.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.local.iam.Principal;

/** The files, how they came there and how they are served. */
final class SiteTest extends SiteCase {

  @Test
  void theRootIsTheDefaultObject() throws Exception {
    var response = get("/");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).startsWith("<!doctype html>");
    assertThat(response.headers().firstValue("content-type")).hasValue("text/html");
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-cache");
  }

  @Test
  void theHeadersPolicyIsAppliedWithoutWhatNeedsTls() throws Exception {
    var headers = get("/").headers();

    assertThat(headers.firstValue("content-security-policy")).hasValue("default-src 'self'");
    assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(headers.firstValue("x-frame-options")).hasValue("DENY");
    assertThat(headers.firstValue("referrer-policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("x-own")).hasValue("1");
    assertThat(headers.firstValue("strict-transport-security")).isEmpty();
  }

  @Test
  void aDeploymentFillsInItsMarkersAndLaterSourcesWin() throws Exception {
    assertThat(get("/config.json").body()).isEqualTo("{\"issuer\": \"it's \\\"here\\\"\"}");
  }

  @Test
  void eachDeploymentTouchesItsOwnFilesOnly() throws Exception {
    assertThat(get("/assets/app-1.js").headers().firstValue("cache-control"))
        .hasValue("public, immutable");
    assertThat(get("/robots.txt").headers().firstValue("cache-control")).hasValue("no-cache");
  }

  @Test
  void aNewDeploymentPrunesPagesAndKeepsAssets() throws Exception {
    site.close();
    Files.delete(folder.resolve("client/robots.txt"));
    Files.delete(folder.resolve("client/assets/app-1.js"));
    write("client/assets/app-2.js", "second");
    start("");

    assertThat(get("/robots.txt").statusCode()).isEqualTo(403);
    assertThat(get("/assets/app-1.js").body()).isEqualTo("first");
    assertThat(get("/assets/app-1.js").headers().firstValue("cache-control"))
        .hasValue("public, immutable");
    assertThat(get("/assets/app-2.js").body()).isEqualTo("second");
  }

  @Test
  void aPathIsDecodedOnce() throws Exception {
    assertThat(get("/a%20b.txt").body()).isEqualTo("spaced");
    assertThat(get("/a%2520b.txt").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/assets",
        "/..%2f..%2fclient%2findex.html",
        "/%2e%2e/x",
        "/a%00",
        "/assets/%2e%2e/robots.txt",
        "//robots.txt",
        "/assets%2f%2fapp-1.js"
      })
  void whatIsNotInTheBucketIsDenied(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(403);
  }

  @Test
  void anUnchangedFileIsNotSentAgain() throws Exception {
    var etag = get("/robots.txt").headers().firstValue("etag").orElseThrow();

    var again = send(request("/robots.txt").header("If-None-Match", etag));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("x-own")).hasValue("1");
  }

  @Test
  void aHeadHasNoBody() throws Exception {
    var response = send(request("/").method("HEAD", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-length")).hasValue("6015");
  }

  @Test
  void textIsCompressedForThoseWhoAcceptIt() throws Exception {
    var request = request("/").header("Accept-Encoding", "gzip, br").build();
    var response = client.send(request, BodyHandlers.ofInputStream());

    assertThat(response.headers().firstValue("content-encoding")).hasValue("gzip");
    try (var body = new GZIPInputStream(response.body())) {
      assertThat(new String(body.readAllBytes(), UTF_8)).hasSize(6015);
    }
  }

  @Test
  void whatTheBucketsPolicyDoesNotAllowTheDistributionIsDenied() throws Exception {
    authority.deny("s3:GetObject");

    assertThat(get("/robots.txt").statusCode()).isEqualTo(403);
    var asked = authority.asked().getLast();
    assertThat(asked.access().resource()).startsWith("arn:aws:s3:::demo-").endsWith("/robots.txt");
    assertThat(asked.principal())
        .isInstanceOfSatisfying(
            Principal.Service.class,
            service -> {
              assertThat(service.name()).isEqualTo("cloudfront.amazonaws.com");
              assertThat(service.sourceArn())
                  .matches("arn:aws:cloudfront::111122223333:distribution/e\\w+");
            });
  }

  @Test
  void onlyWhoMayListIsToldThatAnObjectIsNotThere() throws Exception {
    assertThat(get("/nothing.txt").statusCode()).isEqualTo(403);

    authority.allow("s3:ListBucket");

    assertThat(get("/nothing.txt").statusCode()).isEqualTo(404);
  }

  @Test
  void aDeploymentDoesWhatItsFunctionsRoleAllows() {
    assertThat(authority.accesses())
        .contains("s3:GetObject on arn:aws:s3:::built/client.zip")
        .anyMatch(access -> access.matches("s3:PutObject on arn:aws:s3:::demo-\\w+/robots.txt"))
        .anyMatch(access -> access.matches("s3:ListBucket on arn:aws:s3:::demo-\\w+"));

    authority.deny("s3:PutObject");

    assertThatThrownBy(() -> start(""))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("assumed-role/handler/")
        .hasMessageContaining("perform: s3:PutObject on resource: arn:aws:s3:::demo-");
  }
}
