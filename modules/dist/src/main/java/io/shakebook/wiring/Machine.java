// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static java.util.Objects.requireNonNull;

import io.shakebook.cli.LocalFault;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.kubernetes.Deadlines;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The user's machine, as far as it decides anything.
 *
 * @param runState folder that keeps runs; empty for the usual one
 * @param installation folder that holds {@code lib}; empty if not known
 * @param notes takes lines about what is strange, on the way
 * @param remarks takes lines about what takes long, for somebody who watches
 * @param deadlines how long a plan or a run waits for a cluster's answers; empty for the usual time
 */
public record Machine(
        Map<String, String> environment,
        Path home,
        Path folder,
        Optional<Path> installation,
        Clock clock,
        RandomGenerator random,
        String version,
        String who,
        Optional<Deadlines> deadlines,
        Optional<Path> runState,
        Consumer<String> notes,
        Consumer<String> remarks) {
    public Machine {
        environment = Map.copyOf(environment);
        requireNonNull(home, "home");
        requireNonNull(folder, "folder");
        requireNonNull(installation, "installation");
        requireNonNull(clock, "clock");
        requireNonNull(random, "random");
        requireNonNull(version, "version");
        requireNonNull(who, "who");
        requireNonNull(deadlines, "deadlines");
        requireNonNull(runState, "runState");
        requireNonNull(notes, "notes");
        requireNonNull(remarks, "remarks");
    }

    /** One with the usual patience. */
    public Machine(
            Map<String, String> environment,
            Path home,
            Path folder,
            Optional<Path> installation,
            Clock clock,
            RandomGenerator random,
            String version,
            String who) {
        this(
                environment,
                home,
                folder,
                installation,
                clock,
                random,
                version,
                who,
                Optional.empty(),
                Optional.empty(),
                line -> {},
                line -> {});
    }

    /** Name and version of this tool, as plans have it. */
    String tool() {
        return "shakebook " + version;
    }

    /** Where Shakebook keeps what must survive: {@code $XDG_STATE_HOME/shakebook}. */
    Path state() {
        return variable("XDG_STATE_HOME")
                .map(Path::of)
                .orElse(home.resolve(".local/state"))
                .resolve("shakebook");
    }

    /** What can be fetched or made again: {@code $XDG_CACHE_HOME/shakebook}. */
    Path cache() {
        return variable("XDG_CACHE_HOME")
                .map(Path::of)
                .orElse(home.resolve(".cache"))
                .resolve("shakebook");
    }

    /** The folder of what the user has set: {@code $XDG_CONFIG_HOME/shakebook}. */
    Path settings() {
        return variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .orElse(home.resolve(".config"))
                .resolve("shakebook");
    }

    /**
     * What the user allows and demands.
     *
     * @throws Mistakes all that are wrong in it
     * @throws LocalFault if it is there and cannot be read
     */
    UserConfig config() throws Mistakes, LocalFault {
        return UserConfig.read(settings().resolve("config.yaml"), home);
    }

    /** Journals and plans of runs. */
    Path runs() {
        return runState.orElseGet(this::state).resolve("runs");
    }

    /** The same machine, but for how long a cluster's answers are waited for. */
    public Machine waiting(Deadlines patience) {
        return but(folder, Optional.of(patience), runState, notes, remarks);
    }

    /** The same machine, but for where runs are kept. Embedded clusters stay where they are. */
    public Machine keepingRunsBelow(String state) {
        return but(folder, deadlines, Optional.of(folder.resolve(state)), notes, remarks);
    }

    /** The same machine, but for who hears of what is strange, and of what takes long. */
    public Machine telling(Consumer<String> ofNotes, Consumer<String> ofRemarks) {
        return but(folder, deadlines, runState, ofNotes, ofRemarks);
    }

    /** The same machine, but for the folder that relative paths are relative to. Runs stay where they are. */
    Machine in(Path other) {
        return but(other, deadlines, runState.map(folder::resolve), notes, remarks);
    }

    private Machine but(
            Path where,
            Optional<Deadlines> patience,
            Optional<Path> state,
            Consumer<String> ofNotes,
            Consumer<String> ofRemarks) {
        return new Machine(
                environment,
                home,
                where,
                installation,
                clock,
                random,
                version,
                who,
                patience,
                state,
                ofNotes,
                ofRemarks);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** The environment may hold anything. */
    @Override
    public String toString() {
        return "the machine of " + who;
    }
}
