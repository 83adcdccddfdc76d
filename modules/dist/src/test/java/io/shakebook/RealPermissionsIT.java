// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.testkit.apiserver.AuditEntry;
import io.shakebook.testkit.apiserver.Eventually;
import io.shakebook.testkit.apiserver.RealApiServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The printed Roles are enough and not too much, as a real kube-apiserver with RBAC sees it. */
class RealPermissionsIT {
    /** Rules of access take effect a moment after they were written. */
    private static final Eventually SOON = new Eventually(Duration.ofSeconds(20));

    @TempDir
    static Path folder;

    private static RealSites sites;

    @BeforeAll
    static void start() throws IOException {
        Path assets = RealApiServer.assetsOrSkip();
        sites = RealSites.start(assets, folder);
    }

    @AfterAll
    static void end() {
        if (sites != null) {
            sites.close();
        }
    }

    @Test
    void thePrintedRolesAreEnoughAndEachOfTheirVerbsIsNeededBeforeTheRun() {
        Ended nobody = sites.as("operator", "plan", "sync");
        assertThat(nobody.exit()).as(nobody::toString).isEqualTo(6);
        assertThat(nobody.err()).contains("cannot").contains("in the namespace \"redis-a\"");

        Ended printed = sites.as("real", "permissions", "sync");
        assertThat(printed.exit()).as(printed::toString).isZero();
        List<PrintedRole> roles = PrintedRole.all(printed.out());
        roles.forEach(role -> role.apply(sites.admin()));
        roles.stream().distinct().forEach(role -> role.bind(sites.admin()));
        SOON.get("a plan", () -> sites.as("operator", "plan", "sync"), plan -> plan.exit() == 0);

        TreeSet<String> tried = new TreeSet<>();
        for (PrintedRole role : roles) {
            for (PrintedRole.Verb verb : role.verbs()) {
                verb.taken().apply(sites.admin());
                SOON.get(
                        "a refusal for want of " + verb.shown(),
                        () -> sites.as("operator", "plan", "sync"),
                        plan -> plan.exit() == 6
                                && plan.err().contains(verb.verb())
                                && plan.err().contains(verb.resource())
                                && plan.err().contains("[forbidden]"));
                role.apply(sites.admin());
                tried.add(verb.shown());
            }
        }
        assertThat(tried).contains("watch pods in redis-b", "get pods/log in redis-b", "get secrets in redis-a");
        assertThat(writes()).as("what was written while planning").isEmpty();

        SOON.get("a plan", () -> sites.as("operator", "plan", "sync"), plan -> plan.exit() == 0);
        Ended run = sites.as("operator", "run", "sync", "--yes", "--confirm", "all");
        assertThat(run.exit()).as(run::toString).isZero();
        assertThat(writes()).hasSize(13);
        assertThat(refused()).as("what the run asked for in vain").isEmpty();
    }

    private static List<AuditEntry> writes() {
        return operators().stream()
                .filter(AuditEntry::wrote)
                .filter(entry -> !entry.ofLock())
                .toList();
    }

    /** Of the last requests only: those of the run, which are as many as it wrote and more. */
    private static List<AuditEntry> refused() {
        List<AuditEntry> all = operators();
        int first = all.indexOf(writes().get(0));
        return all.subList(first, all.size()).stream()
                .filter(entry -> entry.code() == 403)
                .toList();
    }

    private static List<AuditEntry> operators() {
        return sites.server().audit().stream()
                .filter(entry -> entry.user().equals("operator"))
                .toList();
    }
}
