// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Stale;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.kubernetes.http.Timing;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The real client in front of any server, and each way to ask it something, with what comes of it in words. */
final class Faults {
    static final ObjectRef REF = new ObjectRef(Kind.CONFIG_MAP, "ns", "a");
    static final String PATH = "/api/v1/namespaces/ns/configmaps";
    static final String CONFLICT =
            "{\"kind\":\"Status\",\"code\":409,\"reason\":\"Conflict\",\"message\":\"Apply failed\","
                    + "\"details\":{\"causes\":[{\"reason\":\"FieldManagerConflict\",\"field\":\".data.k\","
                    + "\"message\":\"conflict with \\\"kubectl-edit\\\" using v1\"}]}}";

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Guard LIVE = new Guard.Unchanged("u", "5");

    private Faults() {}

    /** A way to ask. */
    enum Ask {
        READ,
        LIST,
        DRY_RUN,
        CREATE,
        UPDATE,
        DELETE;

        String outcome(KubernetesClusters clusters) {
            return outcome(clusters, DEADLINE);
        }

        /** @param deadline of a write */
        String outcome(KubernetesClusters clusters, Duration deadline) {
            try {
                ask(clusters, deadline);
                return "done";
            } catch (Unanswered e) {
                return "Unanswered: " + e.getMessage();
            } catch (Stale e) {
                return "Stale: " + e.getMessage();
            } catch (Refused e) {
                return "Refused " + e.code() + ": " + e.getMessage();
            } catch (NoAnswer e) {
                return "NoAnswer, " + (e.perhapsDone() ? "perhaps" : "nothing") + " done: " + e.getMessage();
            } catch (Conflict e) {
                return "Conflict: "
                        + e.owners().stream()
                                .map(owner -> owner.field() + " by " + owner.manager())
                                .collect(Collectors.toList());
            }
        }

        private void ask(KubernetesClusters clusters, Duration deadline)
                throws Unanswered, Stale, Refused, NoAnswer, Conflict {
            StandardFileFormats formats = new StandardFileFormats();
            switch (this) {
                case READ -> clusters.view("a").get(REF);
                case LIST -> clusters.view("a").list(Kind.CONFIG_MAP, "ns", Map.of());
                case DRY_RUN -> clusters.preview(formats).preview(change(LIVE, false), DEADLINE);
                case CREATE -> clusters.writer(formats).write(change(new Guard.Missing(), false), deadline);
                case UPDATE -> clusters.writer(formats).write(change(LIVE, false), deadline);
                case DELETE -> clusters.writer(formats).write(change(LIVE, true), deadline);
            }
        }
    }

    private static ReadyChange change(Guard guard, boolean deletes) {
        Optional<Manifest> body =
                deletes ? Optional.empty() : Optional.of(Manifest.of(REF, Map.of("data", Map.of("k", "v"))));
        return new ReadyChange("a", REF, body, guard, "shakebook.test", false);
    }

    static KubernetesClusters clusters(String url, Deadlines deadlines, Timing timing) {
        return clusters(url, deadlines, timing, line -> {});
    }

    static KubernetesClusters clusters(String url, Deadlines deadlines, Timing timing, Onlooker onlooker) {
        ClusterEntry entry = new ClusterEntry("a", new ClusterEntry.Embedded("x"), Optional.empty(), 2);
        return new KubernetesClusters(
                List.of(entry),
                cluster -> URI.create(url),
                new Surroundings(Map.of(), Path.of("."), Path.of("."), Set.of()),
                deadlines,
                Clock.systemUTC(),
                timing,
                onlooker);
    }

    static String failure(int code, String reason, String message) {
        return "{\"kind\":\"Status\",\"code\":" + code + ",\"reason\":\"" + reason + "\",\"message\":\"" + message
                + "\"}";
    }
}
