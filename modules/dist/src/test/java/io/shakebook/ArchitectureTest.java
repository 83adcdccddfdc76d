// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the compiler cannot hold of the architecture; over the jars that are shipped. An exception stands here with its reason. */
@AnalyzeClasses(packages = "io.shakebook", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static void everythingIsLookedAt(JavaClasses all) {
        Map<String, Long> byPart = all.stream()
                .collect(Collectors.groupingBy(ArchitectureTest::part, TreeMap::new, Collectors.counting()));
        assertThat(byPart.keySet())
                .as("an empty import would let every rule below pass")
                .contains("cli", "embedded", "engine", "formats", "git", "kubernetes", "module", "spi", "testkit");
        assertThat(all.size()).isGreaterThan(500);
    }

    private static String part(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names.length > 2 ? names[2] : "";
    }

    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching("io.shakebook.(**)").should().beFreeOfCycles();

    @ArchTest
    static void enginePackagesUseOnlyThoseBeforeThem(JavaClasses all) {
        List<String> order = List.of(
                "source",
                "expression",
                "graph",
                "access",
                "change",
                "reading",
                "plan",
                "drift",
                "event",
                "lock",
                "binding",
                "playbook",
                "inventory",
                "planning",
                "insight");
        for (int at = 0; at < order.size(); at++) {
            String[] later = order.subList(at + 1, order.size()).stream()
                    .map(name -> "io.shakebook.engine." + name + "..")
                    .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("io.shakebook.engine." + order.get(at) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later)
                        .check(all);
            }
        }
    }

    @ArchTest
    static final ArchRule aRunKnowsNothingOfPlanning = noClasses()
            .that()
            .resideInAPackage("io.shakebook.engine.run..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.shakebook.engine.planning..")
            .because("while applying, no module is asked again what it wants");

    @ArchTest
    static final ArchRule onlyTheWiringAndTheCommandLineStartRuns = noClasses()
            .that()
            .resideInAPackage("io.shakebook.engine..")
            .and()
            .resideOutsideOfPackage("io.shakebook.engine.run..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.shakebook.engine.run..");

    @ArchTest
    static final ArchRule modulesSeeTheSpiAlone = noClasses()
            .that()
            .resideInAPackage("io.shakebook.module..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.shakebook..")
                    .and(not(resideInAnyPackage("io.shakebook.spi..", "io.shakebook.module.."))));

    @ArchTest
    static final ArchRule modulesDoNotKnowEachOther =
            slices().matching("io.shakebook.module.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule embeddedClustersKnowNobody = noClasses()
            .that()
            .resideInAPackage("io.shakebook.embedded..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.shakebook..").and(not(resideInAPackage("io.shakebook.embedded.."))));

    @ArchTest
    static final ArchRule onlyTheWiringReachesTheEmbeddedStore = noClasses()
            .that()
            .resideOutsideOfPackages("io.shakebook.embedded..", "io.shakebook.wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.shakebook.embedded..")
            .because("everybody else speaks to an embedded cluster over HTTP");

    @ArchTest
    static void eachLibraryHasOneHome(JavaClasses all) {
        Map<String, String[]> homes = Map.of(
                "java.net.http..", new String[] {"io.shakebook.kubernetes.http..", "io.shakebook.testkit.."},
                "org.tomlj..", new String[] {"io.shakebook.formats.."},
                "picocli..", new String[] {"io.shakebook.cli.verb.."},
                // the parser of our own language, and of files that playbooks set keys in
                "org.yaml.snakeyaml..", new String[] {"io.shakebook.engine.source..", "io.shakebook.formats.."},
                "org.apache.commons..", new String[] {"io.shakebook.engine.."},
                // the server's own JSON, and the test client's
                "tools.jackson..", new String[] {"io.shakebook.embedded..", "io.shakebook.testkit.."},
                "org.eclipse.jgit..", new String[] {"io.shakebook.git.."},
                "com.sun.net.httpserver..", new String[] {"io.shakebook.embedded.."});
        homes.forEach((library, home) -> noClasses()
                .that()
                .resideOutsideOfPackages(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(all));
    }

    @ArchTest
    static final ArchRule onlyReportsTouchTheProcessStreams = noClasses()
            .that()
            .resideOutsideOfPackage("io.shakebook.cli.report..")
            .should(accessField(System.class, "out")
                    .or(accessField(System.class, "err"))
                    .or(accessField(System.class, "in")));

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.shakebook.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule theEnvironmentIsReadInTheWiringAlone = noClasses()
            .that(not(resideInAnyPackage(
                    "io.shakebook.testkit.."))) // looks for a real API server on the developer's machine
            .and()
            .doNotHaveFullyQualifiedName("io.shakebook.Main")
            .and()
            .doNotHaveFullyQualifiedName("io.shakebook.Wiring")
            .and()
            .doNotHaveFullyQualifiedName("io.shakebook.Operator") // who runs this process
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class, String.class);

    @ArchTest
    static final ArchRule clockSleepAndRandomnessComeThroughPorts = noClasses()
            .that(not(resideInAnyPackage("io.shakebook.testkit.apiserver.."))) // starts and awaits a real process
            .and()
            .doNotHaveFullyQualifiedName("io.shakebook.Wiring")
            .and(not(belongTo("io.shakebook.LateRandom"))) // what Wiring hands out
            .and()
            .doNotHaveFullyQualifiedName("io.shakebook.kubernetes.SystemTiming") // the adapter for exactly this
            .and()
            .doNotHaveFullyQualifiedName("io.shakebook.git.remote.Stopwatch") // how long other machines take
            .and(not(belongTo("io.shakebook.embedded.http.ApiServer"))) // how long it waits for answers at its end
            .and(not(belongTo("io.shakebook.embedded.http.WatchStream"))) // how long a watch stays open
            .and(not(belongTo("io.shakebook.embedded.store.History"))) // how long a watch waits for an event
            .and()
            .doNotHaveFullyQualifiedName(
                    "io.shakebook.wiring.EmbeddedFolders") // passes on how a process waits for another
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.time.Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callConstructor(java.security.SecureRandom.class);

    private static DescribedPredicate<JavaClass> belongTo(String name) {
        return DescribedPredicate.describe(
                name, type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    @ArchTest
    static final ArchRule engineSpiAndCliDoNotNameRedis = noClasses()
            .that()
            .resideInAnyPackage("io.shakebook.spi..", "io.shakebook.engine..", "io.shakebook.cli..")
            .should()
            .haveNameMatching("(?i).*(redis|shake(?!book)).*");

    @ArchTest
    static final ArchRule noStaticMutableState =
            fields().that().areStatic().and().doNotHaveName("$VALUES").should().beFinal();

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Common)")
            .orShould()
            .haveSimpleNameStartingWith("Base")
            .orShould()
            .haveSimpleNameEndingWith("Base");
}
