// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Collects mistakes and warnings, so that all of them are said at once. The same one is kept once. Not thread-safe. */
public final class Problems {
    private final Set<Diagnostic> found = new LinkedHashSet<>();
    private final Consumer<Diagnostic> listener;
    private int reports;

    public Problems() {
        this(diagnostic -> {});
    }

    private Problems(Consumer<Diagnostic> listener) {
        this.listener = listener;
    }

    /** What is added to the result is added here, too, after it was completed. */
    public Problems completedBy(UnaryOperator<Diagnostic> completion) {
        return new Problems(diagnostic -> add(completion.apply(diagnostic)));
    }

    public void error(String code, String summary, Position at, String remedy) {
        add(Diagnostic.error(code, summary, at, remedy));
    }

    public void warning(String code, String summary, Position at, String remedy) {
        add(Diagnostic.warning(code, summary, Optional.of(at), remedy));
    }

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
        reports++;
        listener.accept(diagnostic);
    }

    public void addAll(List<Diagnostic> diagnostics) {
        diagnostics.forEach(this::add);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Diagnostic::isError);
    }

    /** How often something was reported, the same again included: it grows whenever something is wrong. */
    public int reports() {
        return reports;
    }

    /** Those of one file stand together, from top to bottom; files in the order in which they were first heard of. */
    public List<Diagnostic> all() {
        List<String> files = found.stream().map(Problems::file).distinct().toList();
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.<Diagnostic>comparingInt(one -> files.indexOf(file(one)))
                .thenComparingInt(one -> one.at().map(Position::line).orElse(0))
                .thenComparingInt(one -> one.at().map(Position::column).orElse(0)));
        return sorted;
    }

    private static String file(Diagnostic diagnostic) {
        return diagnostic.at().map(Position::file).orElse("");
    }
}
