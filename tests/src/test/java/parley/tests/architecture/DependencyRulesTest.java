package parley.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "parley", importOptions = Product.class)
class DependencyRulesTest {

  private static final String[] SERVICES = {
    "parley.identity..",
    "parley.rooms..",
    "parley.messages..",
    "parley.connections..",
    "parley.addons.."
  };

  @ArchTest
  static final ArchRule servicesDoNotKnowEachOther =
      slices()
          .matching("parley.(identity|rooms|messages|connections|addons.*)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule whatServicesShareKnowsNoService =
      noClasses()
          .that()
          .resideInAnyPackage("parley.kernel..", "parley.outside..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVICES);

  @ArchTest
  static final ArchRule thePlatformOfTheInfrastructureKnowsNoService =
      noClasses()
          .that()
          .resideInAPackage("parley.infra.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVICES);

  @ArchTest
  static final ArchRule noServiceOfTheInfrastructureKnowsAnAddOn =
      noClasses()
          .that()
          .resideInAPackage("parley.infra..")
          .and()
          .resideOutsideOfPackages("parley.infra.addons..", "parley.infra.instances..")
          .and()
          .doNotHaveFullyQualifiedName("parley.infra.ParleyStack")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("parley.infra.addons..");

  @ArchTest
  static final ArchRule theTwinKnowsNothingOfParley =
      classes()
          .that()
          .resideInAPackage("parley.local..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(
              "parley.kernel..",
              "parley.identity..",
              "parley.rooms..",
              "parley.messages..",
              "parley.connections..",
              "parley.addons..",
              "parley.infra..");

  @ArchTest
  static final ArchRule functionsKnowNothingOfTheInfrastructure =
      noClasses()
          .that()
          .resideInAnyPackage(SERVICES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("parley.infra..", "parley.local..", "software.amazon.awscdk..");
}
