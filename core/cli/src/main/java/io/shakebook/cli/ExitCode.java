// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.event.RunEvent.Outcome;

/** How a command ended; the same table for every command, also in {@code docs/exit-codes.md}. */
public enum ExitCode {
    DONE(0, "done, or nothing to do"),
    FAILED(1, "failed, nothing was changed"),
    CHANGES_PENDING(
            2, "changes are pending (plan --exit-code), or something differs (drift, inventory diff --exit-code)"),
    FAILED_PART_WAY(3, "failed part-way, some changes stand"),
    STALE(4, "the plan is stale: something changed since it was made"),
    LOCKED(5, "another run holds a lock, nothing was changed"),
    REFUSED(6, "a gate, an approval or a cluster's rules (access, policies, quotas) refused, nothing was changed"),
    PAUSED(7, "paused at a question that was not answered with yes"),
    USAGE(64, "the command line is wrong"),
    MISTAKES(65, "the playbook, the inventory or the plan file is wrong, or the cluster has no such kind"),
    UNREACHABLE(69, "a cluster cannot be reached"),
    BUG(70, "a bug in Shakebook"),
    LOCAL_FILE(74, "a local file or folder cannot be read or written"),
    INTERRUPTED(130, "interrupted, the journal is intact");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }

    public static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case DONE -> DONE;
            case FAILED_NOTHING_CHANGED -> FAILED;
            case FAILED_PART_WAY -> FAILED_PART_WAY;
            case STALE -> STALE;
            case REFUSED -> REFUSED;
            case PAUSED -> PAUSED;
            case JOURNAL_BROKEN -> LOCAL_FILE;
            case UNREACHABLE -> UNREACHABLE;
            case LOCKED -> LOCKED;
            case INTERRUPTED -> INTERRUPTED;
        };
    }
}
