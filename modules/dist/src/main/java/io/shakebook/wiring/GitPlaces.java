// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.playbook.PlaybookPlace;
import io.shakebook.engine.source.Revision;
import io.shakebook.git.GitAddress;
import io.shakebook.git.GitCommit;
import io.shakebook.git.GitFault;
import io.shakebook.git.LocalRepository;
import io.shakebook.git.WorkTree;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.wiring.Places.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What lies in repositories of this machine. */
final class GitPlaces {
    private GitPlaces() {}

    static Place folder(Path current, GitAddress address) throws Mistakes {
        try {
            return new Place(commit(current, address).tree(address.path()), home(current, address));
        } catch (GitFault fault) {
            throw mistakes(fault);
        }
    }

    static Path home(Path current, GitAddress address) {
        return current.resolve(address.repository()).resolve(address.path());
    }

    static PlaybookPlace playbook(Path current, GitAddress address) throws Mistakes {
        try {
            GitCommit commit = commit(current, address);
            Path root = Path.of("/");
            return PlaybookPlace.of(
                    root.resolve(address.path()),
                    folder -> commit.below(root.relativize(folder).toString()));
        } catch (GitFault fault) {
            throw mistakes(fault);
        }
    }

    private static GitCommit commit(Path current, GitAddress address) throws GitFault {
        return LocalRepository.open(current.resolve(address.repository()), address.repository())
                .commit(address.ref());
    }

    /** Empty if nothing was committed yet. */
    static Optional<Revision> checkedOut(Path top, Path folder) {
        try {
            return WorkTree.revision(top, folder);
        } catch (GitFault fault) {
            throw new UncheckedIOException(new IOException(fault.getMessage()));
        }
    }

    static Mistakes mistakes(GitFault fault) {
        return new Mistakes(
                List.of(Diagnostic.error(fault.code(), String.valueOf(fault.getMessage()), fault.remedy())));
    }
}
