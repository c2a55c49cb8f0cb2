package parley.local.iot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import parley.local.WholeFile;
import parley.local.template.Resource;
import parley.local.template.Stack;

/**
 * The certificates of the stack's devices, as they are registered, and as files for who wants to be
 * such a device.
 *
 * <p>Of each there is the one that was asked for by the template's request ({@code
 * certificate.pem}, for whoever has the request's key) and one with a key of the twin's own ({@code
 * own.pem}, {@code own.key}), which stands for the device that is not here. What holds of one holds
 * of the other.
 */
final class Certificates {

  /** By the certificate itself: whoever holds another of the same authority is nobody. */
  private final Map<X509Certificate, Certificate> registered = new HashMap<>();

  private final Path folder;
  private final CertificateAuthority authority;

  /** None as yet, in this folder. */
  Certificates(Path folder, CertificateAuthority authority) {
    this.folder = folder;
    this.authority = authority;
  }

  /** Issues what the stack asks for and nobody has issued yet, and registers it. */
  void register(Stack stack) throws IOException {
    for (var resource : stack.all(IotTypes.CERTIFICATE)) {
      var certificate = certificate(stack, resource);
      var files = folder.resolve(certificate.things().stream().findFirst().orElse(resource.id()));
      var request = CertificateRequest.read(resource.text("CertificateSigningRequest"));
      if (!isIssued(files, request)) {
        authority.device(resource.id()).write(files, "own");
        WholeFile.write(
            files.resolve("certificate.pem"),
            Credentials.pem(authority.issue(request)).getBytes(UTF_8));
      }
      registered.put(read(files, "certificate.pem"), certificate);
      registered.put(read(files, "own.pem"), certificate);
    }
  }

  /** What is registered of a certificate that somebody brings; empty where nothing is. */
  Optional<Certificate> find(X509Certificate brought) {
    return Optional.ofNullable(registered.get(brought));
  }

  private static Certificate certificate(Stack stack, Resource resource) {
    var arn = IotTypes.certificateArn(stack.names(), resource.id());
    var things = new TreeSet<String>();
    for (var attachment : stack.all(IotTypes.ATTACHED)) {
      if (attachment.text("Principal").equals(arn)) {
        things.add(attachment.text("ThingName"));
      }
    }
    return new Certificate(arn, resource.text("Status").equals("ACTIVE"), things);
  }

  /** A request with another key is for another certificate. */
  private static boolean isIssued(Path files, CertificateRequest request) throws IOException {
    return Files.exists(files.resolve("certificate.pem"))
        && read(files, "certificate.pem").getPublicKey().equals(request.key());
  }

  private static X509Certificate read(Path files, String name) throws IOException {
    return Credentials.certificate(Files.readString(files.resolve(name)));
  }
}
