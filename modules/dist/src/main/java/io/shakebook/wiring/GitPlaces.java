// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.Conditions;
import io.shakebook.cli.LocalFault;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.playbook.PlaybookPlace;
import io.shakebook.engine.source.Revision;
import io.shakebook.git.GitAddress;
import io.shakebook.git.GitCommit;
import io.shakebook.git.GitFault;
import io.shakebook.git.GitOrigin;
import io.shakebook.git.GitTree;
import io.shakebook.git.LocalRepository;
import io.shakebook.git.WorkTree;
import io.shakebook.git.remote.RemoteUrl;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.wiring.Places.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies in repositories. Each ref of each repository is looked up once, however often it is asked for. */
final class GitPlaces {
    private final Machine machine;
    private final Conditions conditions;
    private final Map<List<Object>, Opened> opened = new HashMap<>();

    GitPlaces(Machine machine, Conditions conditions) {
        this.machine = machine;
        this.conditions = conditions;
    }

    /** A commit, and how it was found. */
    private record Opened(GitCommit commit, GitOrigin origin) {}

    Place folder(GitAddress address) throws Mistakes, LocalFault {
        try {
            Opened found = open(address);
            GitTree tree = found.commit().tree(address.path());
            return new Place(
                    tree,
                    home(machine, address),
                    () -> Optional.of(new GitState(found.origin(), address.path(), tree)));
        } catch (GitFault fault) {
            throw mistakes(fault);
        }
    }

    /** For a repository on another machine, a path that nothing lies at, and that tells it from others. */
    static Path home(Machine machine, GitAddress address) {
        Path repository = RemoteUrl.is(address.repository())
                ? machine.state().resolve("remote").resolve(address.repository().replaceAll("[^A-Za-z0-9.]+", "-"))
                : machine.folder().resolve(address.repository());
        return repository.resolve(address.path());
    }

    PlaybookPlace playbook(GitAddress address) throws Mistakes, LocalFault {
        try {
            GitCommit commit = open(address).commit();
            Path root = Path.of("/");
            return PlaybookPlace.of(
                    root.resolve(address.path()),
                    folder -> commit.below(root.relativize(folder).toString()));
        } catch (GitFault fault) {
            throw mistakes(fault);
        }
    }

    GitState state(GitAddress address, PlaybookPlace place) throws Mistakes, LocalFault {
        try {
            return new GitState(open(address).origin(), address.path(), place.tree());
        } catch (GitFault fault) {
            throw mistakes(fault);
        }
    }

    private Opened open(GitAddress address) throws GitFault, Mistakes, LocalFault {
        List<Object> key = List.of(address.repository(), address.ref());
        Opened known = opened.get(key);
        if (known == null) {
            known = RemoteUrl.is(address.repository()) ? elsewhere(address) : here(address);
            opened.put(key, known);
        }
        return known;
    }

    private Opened here(GitAddress address) throws GitFault {
        LocalRepository repository =
                LocalRepository.open(machine.folder().resolve(address.repository()), address.repository());
        GitOrigin origin = repository.origin(address.ref(), Optional.empty());
        return new Opened(repository.commit(origin.commit(), address.ref().orElse("HEAD")), origin);
    }

    private Opened elsewhere(GitAddress address) throws GitFault, Mistakes, LocalFault {
        GitOrigin origin = RemotePlaces.fetch(machine, conditions.offline(), address);
        LocalRepository repository = LocalRepository.open(origin.repository(), origin.shown());
        return new Opened(repository.commit(origin.commit(), origin.ref()), origin);
    }

    /** Empty if nothing was committed yet. */
    static Optional<Revision> checkedOut(Path top, Path folder) {
        try {
            return WorkTree.revision(top, folder);
        } catch (GitFault fault) {
            throw new UncheckedIOException(new IOException(fault.getMessage()));
        }
    }

    /** Empty if nothing was committed yet. */
    static Optional<GitOrigin> checkedOut(Path top) throws Mistakes {
        try {
            return GitOrigin.checkedOut(top);
        } catch (GitFault fault) {
            throw mistakes(fault);
        }
    }

    static Mistakes mistakes(GitFault fault) {
        return new Mistakes(
                List.of(Diagnostic.error(fault.code(), String.valueOf(fault.getMessage()), fault.remedy())));
    }
}
