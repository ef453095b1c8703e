package dev.paperboy.classify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.paperboy", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule SERVICES_MEET_IN_EVENTS =
      noClasses()
          .that()
          .resideInAPackage("dev.paperboy.classify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.paperboy.ingest..", "dev.paperboy.notify..")
          .because("services meet in events, never in each other's code");

  @ArchTest
  static final ArchRule DECISIONS_ARE_PLAIN =
      noClasses()
          .that()
          .haveSimpleName("Tagger")
          .or()
          .haveSimpleName("PhraseFinder")
          .or()
          .haveSimpleName("TrendParts")
          .or()
          .haveSimpleName("TopicCounts")
          .or()
          .haveSimpleName("IndexEntry")
          .or()
          .haveSimpleName("AnnouncedBatch")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "io.vertx..")
          .because("what is decided about a paper is tested without a framework");

  @ArchTest
  static final ArchRule PROGRAMS_NEED_NO_PAGES =
      noClasses()
          .that()
          .resideInAnyPackage("..classify.api..", "..classify.feed..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..classify.site..")
          .because("what pages, feeds and the API share is in ..classify.paper..");

  @ArchTest
  static final ArchRule ONE_READER_OF_TEX =
      classes()
          .that()
          .resideOutsideOfPackage("..classify.typeset..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("uk.ac.ed.ph.snuggletex..")
          .because("a stranger's formula passes two allow-lists, which are in Typeset");

  @ArchTest
  static final ArchRule ONE_ENCODER =
      classes()
          .that()
          .resideOutsideOfPackage("..classify.encode..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("ai.onnxruntime..", "ai.djl..")
          .because("vectors come from the one Encoder, so that none is compared with another's");

  @ArchTest
  static final ArchRule ONE_XML_FACTORY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.xml.parsers..", "javax.xml.stream..", "org.xml.sax..")
          .because("their defaults expand external entities; a hardened factory comes first");
}
