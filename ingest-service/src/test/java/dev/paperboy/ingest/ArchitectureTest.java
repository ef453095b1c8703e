package dev.paperboy.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.paperboy", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule DECISIONS_ARE_PLAIN =
      noClasses()
          .that()
          .resideInAnyPackage("..ingest.paper..", "..ingest.source..", "..ingest.freshness..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "io.vertx..")
          .because("what a paper is and how it is read is tested without a framework");

  @ArchTest
  static final ArchRule SERVICES_MEET_IN_EVENTS =
      noClasses()
          .that()
          .resideInAPackage("dev.paperboy.ingest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.paperboy.classify..", "dev.paperboy.notify..")
          .because("services meet in events, never in each other's code");

  @ArchTest
  static final ArchRule ONE_XML_FACTORY =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.paperboy.ingest.xml")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "javax\\.xml\\.parsers\\..*|javax\\.xml\\.stream\\..*Factory|org\\.xml\\.sax\\..*|com\\.fasterxml\\.aalto\\..*")
          .because(
              "other factories expand external entities by default; ask HardenedXml for a reader");
}
