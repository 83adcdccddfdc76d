// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only looks, or was not approved, sends nothing that could write: no lock either, by the servers' own audit logs. */
class LookingTest extends DemoStory {

    @Test
    void everyVerbThatOnlyLooksLeavesTheAuditLogsAsTheyWere() throws Exception {
        site.serve();
        onlyLooks();
        String old = plan("old.plan");
        notApproved(old);
        assertThat(asked()).as("before the first run").isEmpty();

        site.run("sync").exits(0);
        List<String> written = asked();
        assertThat(written).as("locks, 13 objects, locks").hasSizeGreaterThan(13);

        site.command("undo", "last", "--out", site.file("back.plan").toString()).exits(0);
        site.command("undo", "last").exits(6);
        site.command("apply", site.file("back.plan").toString()).exits(6);
        onlyLooks();
        notApproved(old);
        site.shakebook("run", "sync", "--yes").exits(0);
        site.command("apply", plan("same.plan"), "--yes").exits(0);
        site.command("resume", "last").exits(0);
        assertThat(asked()).isEqualTo(written);
    }

    private void onlyLooks() {
        for (String playbook : List.of("sync", "failover", "recovery", "restore")) {
            for (String verb : List.of("validate", "plan", "drift", "permissions", "graph")) {
                site.shakebook(verb, playbook);
            }
        }
        site.command("clusters", "-i", site.file("demo").toString()).exits(0);
        site.command("inventory", "show", "-i", site.file("demo").toString()).exits(0);
        site.command("runs", "list");
    }

    /** A kept plan of what is not as wanted. */
    private void notApproved(String plan) {
        site.shakebook("run", "failover");
        site.command("show", plan).exits(0);
        site.command("apply", plan);
        site.command("apply", plan, "--approve-digest", "0000000000000000", "--yes");
    }

    private String plan(String name) {
        String file = site.file(name).toString();
        site.shakebook("plan", "sync", "--out", file).exits(0);
        return file;
    }

    /** All lines of all audit logs: locks too. */
    private List<String> asked() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("audit.log"))
                    .sorted()
                    .flatMap(LookingTest::lines)
                    .toList();
        }
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
