// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.ShellWords;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** A command that can be pasted into a shell, made from what was typed. */
final class TypedCommand {
    private final List<String> words = new ArrayList<>();

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
        Made made = plan.made();
        if (made.undoes().isPresent()) {
            return new TypedCommand(program, "undo", made.undoes().get().run());
        }
        TypedCommand command = new TypedCommand(
                program, "run", made.playbook().path(), "-i", made.inventory().path());
        made.parameters().forEach((name, parameter) -> {
            if (parameter.origin().equals("command line")) {
                command.add("-p", name + "=" + parameter.value());
            }
        });
        return command;
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
