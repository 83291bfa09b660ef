package dev.embeam;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.embeam.pipeline", importOptions = DoNotIncludeTests.class)
class PipelinesArchitectureTest {
    @ArchTest
    static final ArchRule NO_COMMAND_KNOWS_ANOTHER = slices().matching("dev.embeam.pipeline.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    alwaysTrue(),
                    resideInAnyPackage(
                            "dev.embeam.pipeline.launch",
                            "dev.embeam.pipeline.option",
                            "dev.embeam.pipeline.counting",
                            "dev.embeam.pipeline.gate",
                            "dev.embeam.pipeline.evaluation"));

    @ArchTest
    static final ArchRule LAUNCHING_KNOWS_NO_FLAGS_AND_NO_COMMAND = noClasses()
            .that()
            .resideInAPackage("dev.embeam.pipeline.launch")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.embeam.pipeline.option..", "dev.embeam.pipeline.encode..", "dev.embeam.transform..");

    @ArchTest
    static final ArchRule PIPELINES_HOLD_NO_FUNCTIONS_OF_THEIR_OWN =
            noClasses().should().beAssignableTo(org.apache.beam.sdk.transforms.DoFn.class);

    @ArchTest
    static final ArchRule ONLY_THE_TERMINAL_KNOWS_THE_STREAMS_OF_THE_PROCESS = noClasses()
            .that()
            .doNotHaveSimpleName("Terminal")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
