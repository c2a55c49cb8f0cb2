package parley.infra;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import io.github.cdklabs.cdknag.NagPackProps;
import io.github.cdklabs.cdknag.NagReportFormat;
import io.github.cdklabs.cdknag.PCIDSS321Checks;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import parley.infra.instances.Instance;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.IAspect;
import software.amazon.awscdk.NestedStack;

/**
 * What cdk-nag's packs say of an instance, each finding as {@code rule on path}.
 *
 * @param rules how many rules were held against a resource
 * @param open the findings that nothing accepts, and the rules that could not be tried
 * @param accepted the findings that a resource's metadata accepts
 */
public record Review(int rules, Set<String> open, Set<String> accepted) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The findings of all packs. */
  public static Review of(Instance instance) {
    return of(app -> new ParleyStack(app, instance, Synthesized.standIns()));
  }

  /** The findings of all packs in a stack, as it is put into an app. */
  static Review of(Consumer<App> stack) {
    var app = Synthesized.app();
    var out = Path.of(app.getOutdir());
    stack.accept(app);
    var reports = packs().size() * stacks(app);
    packs().forEach(pack -> Aspects.of(app).add(pack));
    synthesize(app);
    try (var files = Files.list(out)) {
      return read(
          files.filter(file -> file.toString().endsWith("-NagReport.json")).toList(), reports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many there are, those of add-ons counted too. */
  private static int stacks(App app) {
    return app.getNode().getChildren().stream()
        .mapToInt(
            stack ->
                1
                    + (int)
                        stack.getNode().getChildren().stream()
                            .filter(NestedStack.class::isInstance)
                            .count())
        .sum();
  }

  private static List<IAspect> packs() {
    var props =
        NagPackProps.builder().reports(true).reportFormats(List.of(NagReportFormat.JSON)).build();
    return List.of(
        new AwsSolutionsChecks(props),
        new HIPAASecurityChecks(props),
        new NIST80053R5Checks(props),
        new PCIDSS321Checks(props),
        new ServerlessChecks(props));
  }

  /** A finding makes the synthesis fail; the reports are written before. */
  private static void synthesize(App app) {
    try {
      app.synth();
    } catch (RuntimeException e) {
      if (!String.valueOf(e.getMessage()).contains("ValidationFailed")) {
        throw e;
      }
    }
  }

  private static Review read(List<Path> reports, int expected) throws IOException {
    if (reports.size() != expected) {
      throw new AssertionError("a report is missing; there are " + reports);
    }
    var rules = 0;
    var open = new TreeSet<String>();
    var accepted = new TreeSet<String>();
    for (var report : reports) {
      for (var line : JSON.readTree(report.toFile()).path("lines")) {
        rules++;
        var finding = line.path("ruleId").asText() + " on " + line.path("resourceId").asText();
        var verdict = line.path("compliance").asText();
        if (verdict.equals("Suppressed")) {
          accepted.add(finding);
        } else if (!verdict.equals("Compliant")) {
          open.add(finding + ": " + line.path("ruleInfo").asText());
        }
      }
    }
    return new Review(rules, open, accepted);
  }
}
