// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.ShellWords;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command that can be pasted into a shell, made from what was typed. */
final class TypedCommand {
    private final List<String> words = new ArrayList<>();
    private Optional<TypedCommand> stale = Optional.empty();

    TypedCommand(String program, String... typed) {
        words.add(program);
        words.addAll(List.of(typed));
    }

    TypedCommand(String program, String verb, PlanRequest request) {
        words.addAll(List.of(program, verb, request.playbook(), "-i", request.inventory()));
        request.parameters().forEach((name, value) -> add("-p", name + "=" + value));
    }

    /** The command that plans and runs once more what a plan was made from. */
    static TypedCommand again(String program, Plan plan) {
        return again(program, plan, Optional.empty());
    }

    /** @param elsewhere the folder in which the plan was made, if it is not the current one */
    static TypedCommand again(String program, Plan plan, Optional<Path> elsewhere) {
        Made made = plan.made();
        if (made.undoes().isPresent()) {
            return new TypedCommand(program, "undo", made.undoes().get().run());
        }
        PlanRequest typed = request(made);
        PlanRequest here = elsewhere
                .map(folder -> new PlanRequest(
                        from(folder, typed.playbook()), from(folder, typed.inventory()), typed.parameters()))
                .orElse(typed);
        return new TypedCommand(program, "run", here);
    }

    /** An address of a repository is no path. */
    private static String from(Path folder, String typed) {
        return typed.startsWith("git:") ? typed : folder.resolve(typed).toString();
    }

    /** What was typed when a playbook's plan was made. */
    static PlanRequest request(Made made) {
        Map<String, String> typed = new LinkedHashMap<>();
        made.parameters().forEach((name, parameter) -> {
            if (parameter.origin().equals(Made.COMMAND_LINE)) {
                typed.put(name, parameter.value());
            }
        });
        return new PlanRequest(made.playbook().path(), made.inventory().path(), typed);
    }

    /** @param other what is to be typed in place of this one if the world has changed */
    TypedCommand whenStale(TypedCommand other) {
        stale = Optional.of(other);
        return this;
    }

    Optional<TypedCommand> whenStale() {
        return stale;
    }

    TypedCommand add(String... more) {
        words.addAll(List.of(more));
        return this;
    }

    @Override
    public String toString() {
        return ShellWords.join(words);
    }
}
