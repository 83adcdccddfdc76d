// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.RecordTree;
import io.shakebook.engine.plan.FactRecord;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the modules and look-ups that are installed now can carry out a plan that others made: before the first write,
 * and not in the middle of it. Contacts nobody.
 */
public record Readable(Plan plan, Catalog catalog) {

    /** Why they cannot; empty if they can. A way back asks no module: its steps say all that is to be done. */
    public List<Diagnostic> mistakes() {
        if (plan.made().undoes().isPresent()) {
            return List.of();
        }
        Set<Diagnostic> found = new LinkedHashSet<>();
        plan.facts().forEach(fact -> check(fact).ifPresent(found::add));
        plan.steps().stream()
                .filter(step -> step.confirm().isEmpty())
                .forEach(step -> check(step).ifPresent(found::add));
        return List.copyOf(found);
    }

    /** Which modules are of another version than the plan was made with, in words. */
    public List<String> others() {
        return plan.made().modules().entrySet().stream()
                .flatMap(planned -> catalog
                        .module(planned.getKey())
                        .map(Catalog::version)
                        .filter(version -> !version.equals(planned.getValue()))
                        .map(version -> "the module \"" + planned.getKey() + "\" is " + version
                                + " here, and the plan was made with " + planned.getValue())
                        .stream())
                .toList();
    }

    private Optional<Diagnostic> check(FactRecord fact) {
        Optional<Lookup<?, ?>> lookup = catalog.lookup(fact.lookup());
        return lookup.isEmpty()
                ? Optional.of(missing("look-up", fact.lookup()))
                : unreadable(
                        "look-up",
                        fact.lookup(),
                        fact.address(),
                        lookup.get().spec().args(),
                        fact.args());
    }

    private Optional<Diagnostic> check(PlannedStep step) {
        Optional<StepModule<?, ?>> module = catalog.module(step.module());
        return module.isEmpty()
                ? Optional.of(missing("module", step.module()))
                : unreadable(
                        "module",
                        step.module(),
                        step.address().toString(),
                        module.get().spec().args(),
                        step.args());
    }

    private static Diagnostic missing(String what, String name) {
        return Diagnostic.error(
                "unknown-" + what.replace("-", ""),
                "the plan needs the " + what + " \"" + name + "\", which is not installed here",
                "put its jar into a modules folder, or apply the plan where it is");
    }

    private static <A extends Record> Optional<Diagnostic> unreadable(
            String what, String name, String user, Class<A> type, Map<String, Object> args) {
        try {
            RecordTree.fromTree(type, args);
            return Optional.empty();
        } catch (RuntimeException e) { // of a module's own record, whatever it throws
            return Optional.of(Diagnostic.error(
                    "unreadable-arguments",
                    "the " + what + " \"" + name + "\" that is installed here cannot read what the plan has for \""
                            + user + "\": " + e.getMessage(),
                    "install the version that the plan names, or plan again"));
        }
    }
}
