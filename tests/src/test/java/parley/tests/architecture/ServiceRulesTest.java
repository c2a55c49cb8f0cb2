package parley.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import parley.kernel.Settings;
import parley.kernel.UseCase;

/** What a service's classes are like. */
@AnalyzeClasses(
    packages = {
      "parley.identity",
      "parley.rooms",
      "parley.messages",
      "parley.connections",
      "parley.addons",
      "parley.kernel"
    },
    importOptions = Product.class)
class ServiceRulesTest {

  @ArchTest
  static final ArchRule useCasesHoldNoAws =
      noClasses()
          .that()
          .implement(UseCase.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..", "com.amazonaws..");

  @ArchTest
  static final ArchRule handlersAreNamedSo =
      classes()
          .that()
          .implement(RequestStreamHandler.class)
          .should()
          .haveSimpleNameEndingWith("Handler")
          .andShould()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .bePublic();

  @ArchTest
  static final ArchRule onlyTheWiringReadsTheEnvironment =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Wiring")
          .should()
          .callMethod(Settings.class, "ofProcess");

  @ArchTest
  static final ArchRule onlySettingsAskTheSystemForVariables =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Settings.class.getName())
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule onlyTheWiringTakesTheSystemsClock =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Wiring")
          .should()
          .callMethod(Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule idsComeFromTheIdSource =
      noClasses()
          .should()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule nobodyMakesIdsFromASeedThatASnapshotRepeats =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Wiring")
          .should()
          .callMethod(ThreadLocalRandom.class, "current");
}
