// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Which state of a git repository files come from.
 *
 * @param repository path or URL, without a password
 * @param commit 40 hexadecimal digits
 * @param ref as it was typed, or the branch of a work tree; {@code HEAD} if there is none
 * @param author of the commit: name and address
 * @param written when its author made it
 * @param changed files of a work tree that differ from the commit, sorted; none where files come from the commit itself
 */
public record Revision(
        String repository, String commit, String ref, String author, OffsetDateTime written, List<String> changed) {

    public Revision {
        requireNonNull(repository, "repository");
        requireNonNull(commit, "commit");
        requireNonNull(ref, "ref");
        requireNonNull(author, "author");
        requireNonNull(written, "written");
        changed = List.copyOf(changed);
    }

    /** The commit's first digits. */
    public String brief() {
        return commit.substring(0, 7);
    }

    /** In a word: {@code git:7f3c2a9}, or {@code git:7f3c2a9 and uncommitted changes}. */
    public String text() {
        return "git:" + brief() + (changed.isEmpty() ? "" : " and uncommitted changes");
    }

    /** With the whole commit: {@code git:7f3c2a9...}, or {@code git:7f3c2a9... and uncommitted changes}. */
    public String whole() {
        return "git:" + commit + (changed.isEmpty() ? "" : " and uncommitted changes");
    }

    /** The same with files that differ from the commit. */
    public Revision with(List<String> files) {
        return new Revision(repository, commit, ref, author, written, files);
    }
}
