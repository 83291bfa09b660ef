package dev.embeam;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.embeam", importOptions = DoNotIncludeTests.class)
class TransformsArchitectureTest {
    @ArchTest
    static final ArchRule ALGORITHMS_KNOW_NO_BEAM = noClasses()
            .that()
            .resideInAnyPackage(
                    "..kernel..",
                    "..fasttext..",
                    "dev.embeam.classify..",
                    "dev.embeam.compress..",
                    "..tokenizer..",
                    "..model..",
                    "..collection..",
                    "..progress..",
                    "..sharing..",
                    "dev.embeam.snapshot..",
                    "..identity..",
                    "dev.embeam.planning..",
                    "..precision..",
                    "..train..",
                    "..metric..",
                    "..statistic..",
                    "..learn..",
                    "..search..",
                    "dev.embeam.lexical..",
                    "..evaluation..",
                    "..report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.beam..");

    @ArchTest
    static final ArchRule KERNELS_DEPEND_ON_THE_JDK_ALONE = noClasses()
            .that()
            .resideInAPackage("..kernel..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "jdk.incubator.vector..", "dev.embeam.kernel..", "org.jspecify..");

    @ArchTest
    static final ArchRule ONE_FILE_IMPORTS_THE_VECTOR_MODULE = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Simd")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.vector..");

    @ArchTest
    static final ArchRule TOKENIZERS_KNOW_NO_MODEL = noClasses()
            .that()
            .resideInAPackage("..tokenizer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.embeam.model..", "dev.embeam.transform..");

    @ArchTest
    static final ArchRule THEMES_DO_NOT_KNOW_EACH_OTHER = slices().matching("dev.embeam.transform.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.embeam.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FUNCTIONS_OF_BEAM_ARE_NOT_PUBLIC =
            classes().that().haveSimpleNameEndingWith("Fn").should().notBePublic();

    @ArchTest
    static final ArchRule RANDOM_NUMBERS_HAVE_A_SEED = noClasses()
            .should()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule NOTHING_PRINTS =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
