// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The phases and steps of a plan, and what they need, for people and for drawing programs. */
public final class GraphReport {
    private final Plan plan;
    private final Map<String, String> ids = new LinkedHashMap<>();

    /** Named as they are typed. */
    public enum Format {
        tree,
        dot,
        mermaid
    }

    public GraphReport(Plan plan) {
        this.plan = plan;
        plan.phases().forEach(phase -> ids.put("phase " + phase.address(), "p" + ids.size()));
        plan.steps().forEach(step -> ids.put("step " + step.address(), "s" + ids.size()));
    }

    public String text(Format format) {
        return switch (format) {
            case tree -> tree();
            case dot -> dot();
            case mermaid -> mermaid();
        };
    }

    private String tree() {
        StringBuilder text = new StringBuilder(Escaped.of(plan.made().playbook().name())).append('\n');
        for (PlannedPhase phase : plan.phases()) {
            text.append("  ")
                    .append(Escaped.of(phase.address()))
                    .append(after(phase.needs()))
                    .append('\n');
            for (PlannedStep step : plan.stepsOf(phase.address())) {
                List<String> needs =
                        step.needs().stream().map(StepAddress::toString).toList();
                text.append("    ").append(Escaped.of(step.address().local() + "  " + kind(step)));
                text.append(after(needs)).append('\n');
            }
        }
        return text.toString();
    }

    private static String after(List<String> needs) {
        return needs.isEmpty() ? "" : Escaped.of("  after " + String.join(", ", needs));
    }

    private static String kind(PlannedStep step) {
        String what = step.confirm().isPresent() ? "confirm" : step.module();
        return "(" + what + (step.cluster().isEmpty() ? "" : " on " + step.cluster()) + ")";
    }

    private String dot() {
        StringBuilder text =
                new StringBuilder("digraph playbook {\n  rankdir=LR;\n  node [shape=box];\n  compound=true;\n");
        for (PlannedPhase phase : plan.phases()) {
            String id = ids.get("phase " + phase.address());
            text.append("  subgraph cluster_")
                    .append(id)
                    .append(" {\n    label=")
                    .append(dotText(phase.address()));
            text.append(";\n    ").append(id).append(" [shape=point];\n");
            plan.stepsOf(phase.address())
                    .forEach(step -> text.append("    ")
                            .append(id(step.address()))
                            .append(" [label=")
                            .append(dotText(step.address().local() + " " + kind(step)))
                            .append("];\n"));
            text.append("  }\n");
        }
        edges().forEach((edge, dashed) -> text.append("  ")
                .append(edge.replace(">", " -> "))
                .append(dashed ? " [style=dashed]" : "")
                .append(";\n"));
        return text.append("}\n").toString();
    }

    private String mermaid() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        for (PlannedPhase phase : plan.phases()) {
            String id = ids.get("phase " + phase.address());
            text.append("  subgraph ")
                    .append(id)
                    .append(" [")
                    .append(mermaidText(phase.address()))
                    .append("]\n");
            plan.stepsOf(phase.address())
                    .forEach(step -> text.append("    ")
                            .append(id(step.address()))
                            .append('[')
                            .append(mermaidText(step.address().local() + " " + kind(step)))
                            .append("]\n"));
            text.append("  end\n");
        }
        edges().forEach((edge, dashed) -> text.append("  ")
                .append(edge.replace(">", dashed ? " -.-> " : " --> "))
                .append('\n'));
        return text.toString();
    }

    /** {@code from>to}, and whether it is a barrier between phases. */
    private Map<String, Boolean> edges() {
        Map<String, Boolean> edges = new LinkedHashMap<>();
        plan.phases()
                .forEach(phase -> phase.needs()
                        .forEach(needed -> edges.put(
                                ids.get("phase " + needed) + ">" + ids.get("phase " + phase.address()), true)));
        plan.steps()
                .forEach(step ->
                        step.needs().forEach(needed -> edges.put(id(needed) + ">" + id(step.address()), false)));
        return edges;
    }

    private String id(StepAddress address) {
        return ids.getOrDefault("step " + address, "unknown");
    }

    static String dotText(String text) {
        return "\"" + Escaped.of(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String mermaidText(String text) {
        return "\""
                + Escaped.of(text)
                        .codePoints()
                        .mapToObj(point -> "\"#;&<>".indexOf(point) < 0 ? Character.toString(point) : "#" + point + ";")
                        .collect(Collectors.joining())
                + "\"";
    }
}
