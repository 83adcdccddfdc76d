// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.testkit.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteTest {
    @TempDir
    Path folder;

    private GitProgram git;
    private Machine machine;
    private String url;

    @BeforeEach
    void repository() throws IOException {
        git = GitProgram.init(folder.resolve("repositories/ops"));
        machine = new Machine(folder.resolve("home"));
        url = "file://" + git.folder();
    }

    private static String text(Fetched fetched, String path) throws IOException {
        try (Repository repository = new FileRepositoryBuilder()
                        .setGitDir(fetched.repository().toFile())
                        .build();
                TreeWalk file = TreeWalk.forPath(
                        repository,
                        path,
                        repository
                                .parseCommit(ObjectId.fromString(fetched.commit()))
                                .getTree())) {
            return new String(repository.open(file.getObjectId(0)).getBytes(), UTF_8);
        }
    }

    private RemoteFault fault(String ref) {
        return catchThrowableOfType(RemoteFault.class, () -> machine.fetch(url, ref));
    }

    @Test
    void branchesTagsCommitsAndStepsBackAreFound() throws Exception {
        String first = git.change("a.yaml", "one");
        git.run("tag", "-a", "v1", "-m", "v1");
        String second = git.change("a.yaml", "two");
        String third = git.change("a.yaml", "three");
        assertThat(machine.fetch(url, "main").commit()).isEqualTo(third);
        assertThat(machine.fetch(url, "").commit()).isEqualTo(third);
        assertThat(machine.fetch(url, "v1").commit()).isEqualTo(first);
        assertThat(machine.fetch(url, "main~2").commit()).isEqualTo(first);
        assertThat(machine.fetch(url, "HEAD^").commit()).isEqualTo(second);
        assertThat(machine.fetch(url, second).commit()).isEqualTo(second);
        assertThat(machine.fetch(url, "refs/heads/main").commit()).isEqualTo(third);
        assertThat(text(machine.fetch(url, "v1"), "a.yaml")).isEqualTo("one");
    }

    @Test
    void aBranchIsKnownByItsNameAlsoIfNoneWasTyped() throws Exception {
        git.change("a.yaml", "one");
        assertThat(machine.fetch(url, "").branch()).contains("main");
        assertThat(machine.fetch(url, "main").branch()).contains("main");
        assertThat(machine.fetch(url, git.head()).branch()).isEmpty();
    }

    @Test
    void aBranchThatMovedIsFetchedAndNothingIsSaidOfIt() throws Exception {
        git.change("a.yaml", "one");
        machine.fetch(url, "main");
        String second = git.change("a.yaml", "two");
        Fetched fetched = machine.fetch(url, "main");
        assertThat(fetched.commit()).isEqualTo(second);
        assertThat(fetched.notes()).isEmpty();
        assertThat(text(fetched, "a.yaml")).isEqualTo("two");
    }

    @Test
    void aBranchThatWasRewrittenIsFetchedAndSaid() throws Exception {
        git.change("a.yaml", "one");
        String lost = git.change("a.yaml", "two");
        machine.fetch(url, "main");
        git.run("reset", "-q", "--hard", "HEAD~1");
        String now = git.change("a.yaml", "other");
        Fetched fetched = machine.fetch(url, "main");
        assertThat(fetched.commit()).isEqualTo(now);
        assertThat(fetched.notes()).singleElement().asString().contains("was rewritten", lost);
    }

    @Test
    void aTagThatMovedIsSaid() throws Exception {
        git.change("a.yaml", "one");
        git.run("tag", "v1");
        machine.fetch(url, "v1");
        String second = git.change("a.yaml", "two");
        git.run("tag", "-f", "v1");
        Fetched fetched = machine.fetch(url, "v1");
        assertThat(fetched.commit()).isEqualTo(second);
        assertThat(fetched.notes()).singleElement().asString().contains("tags are meant to stay");
    }

    @Test
    void offlineIsWhatWasLastFetchedAndHowOldItIs() throws Exception {
        String first = git.change("a.yaml", "one");
        machine.fetch(url, "main");
        git.change("a.yaml", "two");
        machine.now = Machine.NOON.plusSeconds(3 * 3600);
        Fetched cached = machine.offline(url, "main");
        assertThat(cached.commit()).isEqualTo(first);
        assertThat(cached.notes()).singleElement().asString().contains("3 h ago");
        RemoteFault never = catchThrowableOfType(RemoteFault.class, () -> machine.offline(url, "v9"));
        assertThat(never).hasMessageContaining("the cache has no v9");
    }

    @Test
    void whatCannotBeRightIsSaidWithWhatThereIs() throws Exception {
        assertThat(fault("main")).hasMessageContaining("is empty");
        git.change("a.yaml", "one");
        git.run("branch", "production");
        assertThat(fault("producton").remedy()).isEqualTo("did you mean \"production\"?");
        assertThat(fault("abcdef1").remedy()).contains("git rev-parse abcdef1");
        assertThat(fault("main~7")).hasMessageContaining("goes back further");
        assertThat(fault("0123456789012345678901234567890123456789")).hasMessageContaining("has no commit");
        assertThat(fault("main:a.yaml")).hasMessageContaining("is no ref");
        git.run("tag", "production");
        assertThat(fault("production")).hasMessageContaining("is a branch and a tag");
        url = url + "-not-there";
        assertThat(fault("main")).hasMessageContaining("there is no repository");
    }

    @Test
    void aRepositoryThatIsHalfThereIsFetchedAnew() throws Exception {
        String commit = git.change("a.yaml", "one");
        Fetched first = machine.fetch(url, "main");
        try (Stream<Path> all = Files.walk(first.repository())) {
            for (Path pack : all.filter(one -> one.toString().endsWith(".pack")).toList()) {
                pack.toFile().setWritable(true);
                Files.write(pack, new byte[] {1, 2, 3});
            }
        }
        Fetched second = machine.fetch(url, "main");
        assertThat(second.repository()).isNotEqualTo(first.repository());
        assertThat(second.commit()).isEqualTo(commit);
        assertThat(text(second, "a.yaml")).isEqualTo("one");
    }

    @Test
    void whatAnEarlierFetchLeftHalfDoneIsThrownAway() throws Exception {
        git.change("a.yaml", "one");
        Path entry = machine.fetch(url, "main").repository().getParent();
        Files.createDirectory(entry.resolve("new-12345"));
        git.change("a.yaml", "two");
        machine.fetch(url, "main");
        try (Stream<Path> left = Files.list(entry)) {
            assertThat(left.filter(one -> one.getFileName().toString().startsWith("new-")))
                    .isEmpty();
        }
    }

    @Test
    void twoAtOnceBothGetIt() throws Exception {
        String commit = git.change("a.yaml", "one");
        ExecutorService two = Executors.newFixedThreadPool(2);
        Callable<Fetched> one = () -> machine.fetch(url, "main");
        for (var fetched : two.invokeAll(List.of(one, one, one, one))) {
            assertThat(fetched.get().commit()).isEqualTo(commit);
        }
        two.shutdown();
    }

    @Test
    void moreThanIsTakenIsNotTaken() throws Exception {
        git.change("huge", "x".repeat(2 << 20));
        assertThat(fault("main")).hasMessageContaining("a file of more than 1 MiB");
        Limits few = machine.limits;
        machine.limits = new Limits(few.silence(), few.whole(), 200, few.objectBytes(), few.objects());
        assertThat(fault("main")).hasMessageContaining("sends more than");
        machine.limits = new Limits(few.silence(), few.whole(), few.packBytes(), few.objectBytes(), 2);
        assertThat(fault("main")).hasMessageContaining("3 files, folders and commits, and at most 2 are taken");
    }
}
