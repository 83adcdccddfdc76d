// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Slot;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.playbook.Phase;
import io.shakebook.engine.playbook.Playbook;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.TreePaths;
import io.shakebook.engine.source.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a playbook and what it imports, as far as that is possible without asking a cluster. */
final class ExpanderCheck {
    private final ScopeBinding binding;
    private final ExpanderFiles files;
    private final ScopeTypes types;
    private final ScopeParameters parameters;
    private final Problems problems;

    ExpanderCheck(ScopeBinding binding, Problems problems) {
        this.binding = binding;
        this.files = new ExpanderFiles(binding.tree(), problems);
        this.types = new ScopeTypes(binding.catalog());
        this.parameters = new ScopeParameters(binding.catalog(), binding.inventory(), problems);
        this.problems = problems;
    }

    /** The playbook that was asked for; empty if it cannot be read at all. */
    Optional<ScopeFile> root(String path, ExpanderArguments arguments) {
        return files.playbook(path, Optional.empty()).map(playbook -> {
            Map<String, Slot> slots = parameters.slots(playbook);
            ScopeFile file = new ScopeFile(
                    playbook,
                    "",
                    slots,
                    arguments.values(playbook, slots),
                    Map.of(),
                    ValueOrigins.of(arguments.made()),
                    types.roots(playbook, slots),
                    Map.of());
            return checked(file, arguments, List.of(playbook.name()));
        });
    }

    ScopeParameters parameters() {
        return parameters;
    }

    private ScopeFile checked(ScopeFile file, ExpanderArguments arguments, List<String> chain) {
        Value.Members values = ScopeValues.unasked(file.parameters(), file.types());
        Problems own = problems.completedBy(file.origins()::complete);
        ScopeScalars scalars = new ScopeScalars(file.types(), values, false, file.origins(), own);
        new ExpanderStepCheck(binding, own).check(file, scalars);
        new ExpanderOrderCheck(own).check(file.playbook());
        Map<String, ScopeFile> imports = new LinkedHashMap<>();
        for (Phase phase : file.playbook().phases()) {
            phase.imported()
                    .flatMap(one -> imported(file, phase, one, scalars, arguments, chain))
                    .ifPresent(child -> imports.put(phase.name(), child));
        }
        return file.withImports(imports);
    }

    private Optional<ScopeFile> imported(
            ScopeFile file,
            Phase phase,
            Phase.Import imported,
            ScopeScalars scalars,
            ExpanderArguments arguments,
            List<String> chain) {
        Scalar path = imported.path();
        Playbook outer = file.playbook();
        Optional<String> inside = TreePaths.inside(outer.root(), outer.root(), path.text() + ".yaml");
        if (path.text().contains("${")) {
            problems.error(
                    "import-not-fixed",
                    "an import must be known without evaluating anything",
                    path.at(),
                    "write the playbook's name");
        } else if (inside.isEmpty()) {
            problems.error(
                    "outside-of-root",
                    "the import \"" + path.text() + "\" leaves the playbooks' folder",
                    path.at(),
                    "name a playbook inside of it, such as \"" + outer.name() + "\"");
        } else if (path.text().endsWith(".yaml")) {
            problems.error(
                    "no-playbook",
                    "an import names a playbook, not a file",
                    path.at(),
                    "write \"" + path.text().replaceAll("\\.yaml$", "") + "\"");
        } else if (chain.contains(path.text())) {
            String circle =
                    String.join(" -> ", chain.subList(chain.indexOf(path.text()), chain.size())) + " -> " + path.text();
            problems.error(
                    "import-cycle",
                    "playbooks import each other in a circle: " + circle,
                    path.at(),
                    "delete one of the imports");
        } else {
            return files.playbook(inside.get(), Optional.of(path.at()))
                    .map(playbook -> child(file, phase, imported, playbook, scalars, arguments, chain));
        }
        return Optional.empty();
    }

    private ScopeFile child(
            ScopeFile outer,
            Phase phase,
            Phase.Import imported,
            Playbook playbook,
            ScopeScalars scalars,
            ExpanderArguments arguments,
            List<String> chain) {
        Map<String, Slot> slots = parameters.slots(playbook);
        ScopeFile empty = new ScopeFile(
                playbook,
                outer.path(phase.name()),
                slots,
                Map.of(),
                Map.of(),
                outer.origins().handedOver(playbook.parameters(), imported.with()),
                types.roots(playbook, slots),
                Map.of());
        Problems own = problems.completedBy(outer.origins()::complete);
        Map<String, Value> values =
                parameters.handedOver(empty, imported.with(), imported.path().at(), name -> scalars::value, own);
        arguments.handedOver(empty.prefix(), playbook, imported.with());
        List<String> longer = new ArrayList<>(chain);
        longer.add(playbook.name());
        return checked(empty.withParameters(values, Map.of()), arguments, longer);
    }
}
