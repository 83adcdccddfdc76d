// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What is to know of a module without running it: the one source of validation, documentation, schema and completion.
 *
 * @param name in kebab-case, as in a playbook
 * @param summary one sentence
 * @param description more, in Markdown; may be empty
 * @param args record of the arguments, each component documented with {@link Doc}
 * @param outputs record whose components are {@link Output}s; an empty record if there are none
 * @param gate whether it wants nothing and only measures
 */
public record ModuleSpec<A extends Record, O extends Record>(
        String name,
        String summary,
        String description,
        Class<A> args,
        Class<O> outputs,
        boolean gate,
        List<Permission> permissions,
        List<Example> examples) {
    public ModuleSpec {
        requireNonNull(name, "name");
        requireNonNull(summary, "summary");
        requireNonNull(description, "description");
        requireNonNull(args, "args");
        requireNonNull(outputs, "outputs");
        permissions = List.copyOf(permissions);
        examples = List.copyOf(examples);
    }
}
