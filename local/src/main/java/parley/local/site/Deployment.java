package parley.local.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import parley.local.s3.Bucket;
import parley.local.template.Assets;
import parley.local.template.Resource;

/**
 * Puts a deployment's files into its bucket, as CDK's own function does on AWS.
 *
 * @param resource the {@code Custom::CDKBucketDeployment}
 * @param assets where its files come from
 * @param role as which it does it
 */
record Deployment(Resource resource, Assets assets, DeploymentRole role) {

  private static final ObjectMapper JSON = new ObjectMapper();

  void run(Bucket bucket) throws IOException {
    var filters = Filters.of(resource.get("Exclude"), resource.get("Include"));
    var prefix = prefix();
    var files = files();
    files.keySet().removeIf(key -> !filters.touches(key));
    var metadata = new HashMap<String, String>();
    resource
        .get("SystemMetadata")
        .properties()
        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asText()));
    role.check("s3:ListBucket", bucket.arn());
    for (var file : files.entrySet()) {
      role.check("s3:PutObject", "%s/%s%s".formatted(bucket.arn(), prefix, file.getKey()));
      bucket.put(prefix + file.getKey(), file.getValue(), metadata);
    }
    if (resource.get("Prune").asBoolean(true)) {
      for (var key : bucket.keys()) {
        var own = key.startsWith(prefix) ? key.substring(prefix.length()) : null;
        if (own != null && filters.touches(own) && !files.containsKey(own)) {
          role.check("s3:DeleteObject", bucket.arn() + "/" + key);
          bucket.delete(key);
        }
      }
    }
  }

  private String prefix() {
    var prefix = resource.text("DestinationBucketKeyPrefix").replaceAll("^/|/$", "");
    return prefix.isEmpty() ? "" : prefix + "/";
  }

  private Map<String, byte[]> files() throws IOException {
    var files = new TreeMap<String, byte[]>();
    var keys = resource.get("SourceObjectKeys");
    for (var i = 0; i < keys.size(); i++) {
      var source = resource.get("SourceBucketNames").path(i).asText();
      role.check("s3:GetObject", "arn:aws:s3:::%s/%s".formatted(source, keys.get(i).asText()));
      var markers =
          markers(
              resource.get("SourceMarkers").path(i),
              resource.get("SourceMarkersConfig").path(i).path("jsonEscape").asBoolean());
      for (var file : Sources.read(assets.file(keys.get(i).asText())).entrySet()) {
        files.put(file.getKey(), marked(file.getValue(), markers));
      }
    }
    return files;
  }

  private static Map<String, String> markers(JsonNode markers, boolean escaped) {
    var values = new HashMap<String, String>();
    markers
        .properties()
        .forEach(
            entry -> {
              var value = entry.getValue().asText();
              values.put(entry.getKey(), escaped ? escape(value) : value);
            });
    return values;
  }

  private static String escape(String value) {
    try {
      var quoted = JSON.writeValueAsString(value);
      return quoted.substring(1, quoted.length() - 1);
    } catch (JsonProcessingException e) {
      throw new AssertionError("every text can be written as JSON", e);
    }
  }

  /** What is not text is left as it is. */
  private static byte[] marked(byte[] bytes, Map<String, String> markers) {
    if (markers.isEmpty()) {
      return bytes;
    }
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      for (var marker : markers.entrySet()) {
        text = text.replace(marker.getKey(), marker.getValue());
      }
      return text.getBytes(UTF_8);
    } catch (CharacterCodingException e) {
      return bytes;
    }
  }
}
