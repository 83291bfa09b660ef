package dev.embeam;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.embeam", importOptions = DoNotIncludeTests.class)
class SchemasArchitectureTest {
    @ArchTest
    static final ArchRule RECORDS_DEPEND_ON_THE_JDK_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.embeam.schema")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "dev.embeam.schema", "org.jspecify..");

    @ArchTest
    static final ArchRule ONLY_CODERS_KNOW_BEAM = noClasses()
            .that()
            .resideOutsideOfPackage("..schema.coder..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.beam..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.embeam.(**)").should().beFreeOfCycles();
}
