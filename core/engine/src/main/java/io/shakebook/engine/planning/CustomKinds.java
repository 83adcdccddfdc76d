// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.spi.UnknownKind;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.util.List;

/** Kinds that a cluster does not know by itself, and those that a plan makes known to it. */
final class CustomKinds {
    private static final String DEFINITION = "CustomResourceDefinition";

    private CustomKinds() {}

    /** Whether one of these changes leaves a definition of the kind. */
    static boolean definedBy(List<PlannedObject> changes, String cluster, Kind kind) {
        return changes.stream()
                .filter(object -> object.cluster().equals(cluster))
                .filter(object -> object.ref().kind().name().equals(DEFINITION))
                .flatMap(object -> object.after().stream())
                .anyMatch(definition -> defines(definition, kind));
    }

    static StepResult unknown(StepDraft draft, UnknownKind e) {
        return StepResult.mistaken(
                draft,
                List.of(Diagnostic.error(
                        "unknown-kind",
                        "\"" + draft.address() + "\" cannot be planned on \"" + e.cluster() + "\": " + e.getMessage(),
                        draft.at(),
                        "install the CustomResourceDefinition of the kind, let an earlier step do that, or correct the"
                                + " step")));
    }

    private static boolean defines(Manifest definition, Kind kind) {
        return kind.apiVersion().startsWith(definition.text("spec", "group") + "/")
                && definition.text("spec", "names", "kind").equals(kind.name());
    }
}
