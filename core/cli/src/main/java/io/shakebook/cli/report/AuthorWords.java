// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Author;

/** Who wrote something, and when, in words. */
final class AuthorWords {
    private AuthorWords() {}

    /** {@code kubectl-edit (Update) at 2026-11-22T14:02:11Z}. */
    static String of(Author author) {
        String through = author.subresource().isEmpty() ? "" : " of " + author.subresource();
        String time = author.time().isEmpty() ? "" : " at " + author.time();
        return Escaped.of(author.manager() + " (" + author.operation() + through + ")" + time);
    }
}
