// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.Conditions;
import io.shakebook.cli.LocalFault;
import io.shakebook.engine.inventory.DemandParser;
import io.shakebook.engine.inventory.InventoryParser;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.source.Demands;
import io.shakebook.git.FileHistory;
import io.shakebook.git.signing.Judgement;
import io.shakebook.git.signing.Signatures;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses revisions of which something is demanded that does not hold. What is demanded comes from the user's machine,
 * from the inventory, and from what the inventory demanded before: never less than any of them.
 */
final class DemandCheck {
    private final Machine machine;
    private final Conditions conditions;

    DemandCheck(Machine machine, Conditions conditions) {
        this.machine = machine;
        this.conditions = conditions;
    }

    /**
     * Before anybody is contacted.
     *
     * @param typed as the user named the inventory
     * @param made by the inventory that was read
     * @param found which commit it is of
     * @throws Mistakes what is demanded and does not hold
     */
    void inventory(String typed, Demands made, Places.Found found) throws Mistakes, LocalFault {
        Optional<GitState> state = found.get();
        GitConfig config = machine.config().git();
        Demands machines = config.require().and(conditions.require());
        if (conditions.comparing()) {
            check(
                    "the inventory " + typed,
                    new Demands(false, machines.and(made).signed(), Set.of()),
                    state,
                    config);
            return;
        }
        if (state.isPresent()) {
            compareWithBefore(typed, made, machines, state.get());
        }
        check("the inventory " + typed, machines.and(made), state, config);
    }

    /**
     * A playbook may be of another repository, with branches of its own: what is demanded of branches is of inventories.
     *
     * @throws Mistakes what is demanded and does not hold
     */
    void playbook(String typed, Places.Found state) throws Mistakes, LocalFault {
        GitConfig config = machine.config().git();
        Demands all = config.require().and(conditions.require());
        if (all.clean() || all.signed()) {
            Demands own = new Demands(all.clean(), all.signed(), Set.of());
            check("the playbook " + typed, own, state.get(), config);
        }
    }

    private void compareWithBefore(String typed, Demands made, Demands machines, GitState state)
            throws Mistakes, LocalFault {
        String key = state.git().repository().toAbsolutePath().normalize() + "//" + state.path();
        String commit = state.git().commit();
        DemandMemory memory = new DemandMemory(machine.state().resolve("demands"));
        Optional<DemandMemory.Remembered> last = memory.of(key);
        Optional<String> base = last.flatMap(DemandMemory.Remembered::base);
        if (conditions.dropDemands()) {
            base = Optional.of(commit);
        } else {
            refuseLess(typed, made.and(machines), state, last, base);
        }
        DemandMemory.Remembered now = new DemandMemory.Remembered(made, commit, base, now());
        if (last.isPresent() ? differs(last.get(), now) : !made.isNone() || base.isPresent()) {
            memory.keep(key, now);
        }
    }

    private static boolean differs(DemandMemory.Remembered one, DemandMemory.Remembered other) {
        return !one.demands().equals(other.demands()) || !one.base().equals(other.base());
    }

    private Instant now() {
        return machine.clock().instant();
    }

    private static void refuseLess(
            String typed, Demands now, GitState state, Optional<DemandMemory.Remembered> last, Optional<String> base)
            throws Mistakes, LocalFault {
        if (last.isPresent() && !last.get().demands().without(now).isNone()) {
            throw less(typed, last.get().demands().without(now), last.get().commit(), "when it was last used here");
        }
        try {
            for (FileHistory.Version version : FileHistory.of(
                    state.git().repository(), state.git().commit(), state.inRepository(InventoryParser.FILE), base)) {
                Demands gone = DemandParser.ofEarlier(version.bytes()).without(now);
                if (!gone.isNone()) {
                    throw less(typed, gone, version.commit(), "earlier");
                }
            }
        } catch (IOException e) {
            throw new LocalFault(
                    "the history of " + typed + " cannot be read: " + e.getMessage(), "see whether git can: git fsck");
        }
    }

    private static Mistakes less(String typed, Demands gone, String commit, String when) {
        return refusal(
                "dropped",
                "the inventory " + typed + " no longer demands " + gone + ", as it did " + when + " (commit "
                        + commit.substring(0, 12) + ")",
                "see who changed that; if it is right, accept it once: --drop-demands");
    }

    private void check(String what, Demands demands, Optional<GitState> state, GitConfig config)
            throws Mistakes, LocalFault {
        if (demands.isNone()) {
            return;
        }
        if (state.isEmpty()) {
            throw refusal(
                    "git",
                    what + " is in no git repository, and " + demands + " is demanded",
                    "use one that is: git:REPOSITORY//FOLDER@REF");
        }
        clean(what, demands, state.get());
        branch(what, demands, state.get());
        if (demands.signed()) {
            signed(what, state.get(), config);
        }
    }

    /** What is not committed is not signed either. */
    private static void clean(String what, Demands demands, GitState state) throws Mistakes {
        if (!demands.clean() && !demands.signed()) {
            return;
        }
        List<String> changed = state.changed();
        if (!changed.isEmpty()) {
            throw refusal(
                    "clean",
                    what + " has changes that are not committed, in "
                            + (changed.size() == 1 ? "one file: " : changed.size() + " files, such as ")
                            + changed.get(0)
                            + "; " + demands + " is demanded",
                    "commit them, or name a commit: "
                            + state.address(state.git().ref()));
        }
    }

    private static void branch(String what, Demands demands, GitState state) throws Mistakes {
        for (String branch : demands.branches()) {
            if (!state.branch().equals(Optional.of(branch))) {
                throw refusal(
                        "branch",
                        what + " is from "
                                + state.branch()
                                        .map(other -> "the branch " + other)
                                        .orElse(state.git().ref()) + ", and the branch " + branch + " is demanded",
                        "use that: " + state.address(branch));
            }
        }
    }

    private void signed(String what, GitState state, GitConfig config) throws Mistakes, LocalFault {
        Path signers = conditions
                .signers()
                .map(file -> machine.folder().resolve(file))
                .or(config::signers)
                .orElseThrow(() -> refusal(
                        "signers",
                        what + " must be signed, and nobody has said who may sign",
                        "name the file of those: --signers FILE, or git: { signers: FILE } in "
                                + machine.settings().resolve("config.yaml")));
        notOfTheRepository(signers, state);
        String commit = state.git().commit();
        try {
            Judgement judgement = new Signatures(signers).judge(state.git().repository(), commit);
            if (judgement instanceof Judgement.Refused refused) {
                throw refusal(
                        "signed", what + ": commit " + commit.substring(0, 12) + " " + refused.why(), refused.remedy());
            }
        } catch (Signatures.Unusable e) {
            throw new LocalFault(String.valueOf(e.getMessage()), e.remedy());
        } catch (IOException e) {
            throw new LocalFault(
                    "commit " + commit + " of " + what + " cannot be read: " + e.getMessage(),
                    "see whether git can: git fsck");
        }
    }

    /** Otherwise a commit would say itself who may sign it. */
    private static void notOfTheRepository(Path signers, GitState state) throws Mistakes {
        Path root = state.git().workTree().orElse(state.git().repository());
        try {
            if (signers.toRealPath().startsWith(root.toRealPath())) {
                throw refusal(
                        "signers",
                        "the list of signers " + signers + " is a file of the repository that it is to vouch for",
                        "keep the list outside of it");
            }
        } catch (IOException missing) {
            // said when it is read
        }
    }

    private static Mistakes refusal(String code, String message, String remedy) {
        return new Mistakes(List.of(Diagnostic.error("demand-" + code, message, remedy)));
    }
}
