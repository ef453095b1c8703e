package dev.paperboy.notify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.paperboy.notify",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String DECISIONS =
      "Address|Interests|Tokens|Token|LetterDecision|FilterReading|FilterInput|Caller"
          + "|DigestCalendar|ShelfState|Window|Matcher|Match|Reason|Excerpt|Why|Edition"
          + "|Delivery|RetryPlan|HeaderText|EventBatch";

  @ArchTest
  static final ArchRule decisionsArePlain =
      noClasses()
          .that()
          .haveNameMatching(".*\\.(" + DECISIONS + ")(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..")
          .because("decisions take values and a Clock; beans around them do the rest");

  @ArchTest
  static final ArchRule noOtherService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.paperboy.ingest..", "dev.paperboy.classify..")
          .because("services meet in events; read the producer's samples instead");

  @ArchTest
  static final ArchRule onePostOffice =
      noClasses()
          .that()
          .resideOutsideOfPackage("..notify.mail")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
          .because("mails leave by the outbox; write a Mail row");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("dev.paperboy.notify.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noAwaiting =
      noClasses()
          .should()
          .callMethod(io.smallrye.mutiny.Uni.class, "await")
          .because("it blocks the event loop; return the Uni");

  @ArchTest
  static final ArchRule pagesAreThin =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Pages")
          .should()
          .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.vertx.mutiny.sqlclient.."))
          .because("stores speak SQL");

  @ArchTest
  static final ArchRule entitiesAreTables =
      classes()
          .that()
          .areAnnotatedWith(jakarta.persistence.Entity.class)
          .should()
          .beAnnotatedWith(jakarta.persistence.Table.class);
}
