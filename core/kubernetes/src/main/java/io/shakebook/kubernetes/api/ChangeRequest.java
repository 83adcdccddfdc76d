// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.Opener;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Secrets;
import io.shakebook.kubernetes.http.Call;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the one request of a change: a server-side apply or a delete, with its guard inside. What makes the server check
 * a guard was found out on a real one: version "1" lets an apply only create; uid and version together let it only
 * update what was read (a version alone would create a missing object, a uid alone ignore a change).
 */
final class ChangeRequest {
    private final Opener opener;

    ChangeRequest(Opener opener) {
        this.opener = opener;
    }

    /**
     * @throws Refused if a secret of the body is not there, or must not be read by us
     * @throws NoAnswer if the cluster with a secret of the body gave no answer; nothing was sent
     */
    Call of(ReadyChange change, String path, boolean dryRun) throws Refused, NoAnswer {
        Optional<Manifest> body = change.body();
        return body.isPresent()
                ? Call.apply(path, query(change, dryRun), guarded(opened(body.get()), change.guard()))
                : Call.delete(path, deleteOptions(change, dryRun));
    }

    private Manifest opened(Manifest body) throws Refused, NoAnswer {
        try {
            return opener.open(body).reveal();
        } catch (Secrets.Missing e) {
            throw new Refused(404, String.valueOf(e.getMessage()), Optional.empty());
        } catch (Forbidden e) {
            throw new Refused(403, String.valueOf(e.getMessage()), Optional.empty());
        } catch (Unanswered e) {
            throw NoAnswer.nothingDone("a secret could not be read from " + e.cluster() + ": " + e.getMessage());
        }
    }

    private static Map<String, String> query(ReadyChange change, boolean dryRun) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("fieldManager", change.fieldManager());
        query.put("force", String.valueOf(change.force()));
        query.put("fieldValidation", "Strict");
        if (dryRun) {
            query.put("dryRun", "All");
        }
        return query;
    }

    private static Map<String, Object> guarded(Manifest body, Guard guard) {
        Map<String, Object> metadata = new LinkedHashMap<>(body.map("metadata"));
        metadata.remove("uid");
        metadata.put("resourceVersion", "1");
        if (guard instanceof Guard.Unchanged unchanged) {
            metadata.put("uid", unchanged.uid());
            metadata.put("resourceVersion", unchanged.resourceVersion());
        }
        Map<String, Object> tree = new LinkedHashMap<>(body.tree());
        tree.put("metadata", metadata);
        return tree;
    }

    private static Map<String, Object> deleteOptions(ReadyChange change, boolean dryRun) {
        Guard.Unchanged guard = (Guard.Unchanged) change.guard();
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("apiVersion", "v1");
        options.put("kind", "DeleteOptions");
        options.put("propagationPolicy", change.wholly() ? "Foreground" : "Background");
        options.put("preconditions", Map.of("uid", guard.uid(), "resourceVersion", guard.resourceVersion()));
        if (dryRun) {
            options.put("dryRun", List.of("All"));
        }
        return options;
    }
}
