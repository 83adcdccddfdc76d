// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What a start costs, in classes: time is mostly loading them, and their number does not depend on how busy the machine
 * is. The limits are a tenth above what is needed; who must raise one asks first what is loaded for nothing.
 */
@Execution(ExecutionMode.CONCURRENT)
class StartupE2eTest {
    private static final List<String> ONLY_FOR_CLUSTERS = List.of(
            "tools.jackson",
            "com.fasterxml",
            "java.net.http",
            "jdk.internal.net.http",
            "io.shakebook.embedded",
            "io.shakebook.kubernetes");

    @TempDir
    Path home;

    @Test
    void theVersionLoadsNextToNothing() throws Exception {
        LoadedClasses loaded = loaded("--version");
        int most = Runtime.version().feature() > 17 ? 900 : 800; // newer ones load more of their own
        assertThat(loaded.count()).isLessThan(most);
        assertThat(loaded.under("picocli")).isEmpty();
    }

    @Test
    void validationLoadsNothingThatSpeaksToAClusterAndOneCommandOnly() throws Exception {
        LoadedClasses loaded = loaded("validate", "playbooks/redis-dr/sync.yaml", "-i", "inventories/demo");
        assertThat(loaded.count()).isLessThan(3000);
        for (String library : ONLY_FOR_CLUSTERS) {
            assertThat(loaded.under(library)).isEmpty();
        }
        assertThat(loaded.under("org.eclipse.jgit")).isEmpty();
        assertThat(loaded.under("io.shakebook.cli.verb").filter(name -> name.endsWith("Verb")))
                .containsExactly("io.shakebook.cli.verb.ValidateVerb");
    }

    /** What is checked out is looked for only by what says it, and then without any class of JGit where there is nothing. */
    @Test
    void aFolderInNoRepositoryLoadsNothingOfGit() throws Exception {
        LoadedClasses plan = loaded("plan", "playbooks/redis-dr/sync.yaml", "-i", "inventories/demo");
        assertThat(plan.under("org.eclipse.jgit")).isEmpty();
    }

    @Test
    void validationInAWorkTreeLoadsNothingOfGit() throws Exception {
        GitSite site = GitSite.in(home.resolve("repository"));
        LoadedClasses loaded = LoadedClasses.of(
                new Shakebook(home).with("SHAKEBOOK_CDS", "off").in(site.folder()),
                home,
                "validate",
                "playbooks/redis-dr/sync.yaml",
                "-i",
                "demo");
        assertThat(loaded.under("org.eclipse.jgit")).isEmpty();
    }

    @Test
    void theArchiveHoldsNearlyAllOfThem() throws Exception {
        LoadedClasses loaded = LoadedClasses.of(
                Shakebook.started(home), home, "validate", "playbooks/redis-dr/sync.yaml", "-i", "inventories/demo");
        long archived = loaded.all().stream()
                .filter(one -> one.origin().startsWith("shared objects file"))
                .count();
        assertThat(100 * archived / loaded.count())
                .as("per cent of the classes; if it is less, renew the list with tools/class-list")
                .isGreaterThan(90);
        assertThat(loaded.all())
                .as("one that is not in the archive opens all jars, since picocli lies behind others")
                .noneMatch(
                        one -> one.name().startsWith("picocli.") && one.origin().startsWith("file:"));
    }

    private LoadedClasses loaded(String... arguments) throws Exception {
        return LoadedClasses.of(new Shakebook(home).with("SHAKEBOOK_CDS", "off"), home, arguments);
    }
}
