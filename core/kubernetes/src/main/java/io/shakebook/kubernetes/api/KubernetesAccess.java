// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.engine.access.AccessReviews;
import io.shakebook.engine.access.Need;
import io.shakebook.kubernetes.http.Call;
import io.shakebook.kubernetes.http.StillWanted;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks by SelfSubjectAccessReview, which every user may send unless an administrator took that away. Source:
 * https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access
 */
public final class KubernetesAccess implements AccessReviews {
    private static final String MAY_I = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private static final String NO_REVIEW =
            "what we may do there cannot be asked: the answer says neither yes nor no; is this an API server?";

    private final Function<String, Door> doors;
    private final Duration deadline;
    private final Map<String, Unreached> inVain = new ConcurrentHashMap<>(); // the last one of each cluster

    /** @param doors by cluster; they let nothing pass that changes anything */
    public KubernetesAccess(Function<String, Door> doors, Duration deadline) {
        this.doors = doors;
        this.deadline = deadline;
    }

    @Override
    public Answer may(Need need) throws Unanswered {
        try {
            Manifest status = new Manifest(send(need.cluster(), review(need)).map("status"));
            boolean allowed = status.at("allowed")
                    .filter(Boolean.class::isInstance)
                    .map(Boolean.class::cast)
                    .orElseThrow(() -> new Unreached(NO_REVIEW, false));
            String reason = status.text("reason");
            return new Answer(allowed, reason.isEmpty() ? status.text("evaluationError") : reason);
        } catch (Unreached e) {
            throw NotAllowed.unanswered(need.cluster(), e);
        }
    }

    @Override
    public String self(String cluster) {
        try {
            return new Introduction(doors.apply(cluster).requests(), deadline)
                    .user()
                    .orElse("");
        } catch (Unreached unknown) {
            return ""; // only for the words of a message
        }
    }

    @Override
    public String resource(String cluster, Kind kind) throws Unanswered {
        try {
            return doors.apply(cluster).cluster().plural(kind);
        } catch (Unreached e) {
            throw NotAllowed.unanswered(cluster, e);
        }
    }

    private Manifest send(String cluster, Map<String, Object> body) throws Unreached {
        var answer = answer(cluster, Call.review(MAY_I, body));
        if (!answer.ok()) {
            throw NotAllowed.or("what we may do there cannot be asked", Failure.of(answer));
        }
        return Bodies.object(answer);
    }

    private io.shakebook.kubernetes.http.Answer answer(String cluster, Call call) throws Unreached {
        try {
            return doors.apply(cluster).requests(new UnlessInVain(cluster)).send(call, deadline);
        } catch (Unreached e) {
            inVain.put(cluster, e);
            throw e;
        }
    }

    /** One that waits for its turn while another one gets no answer is not sent: it would wait as long once more. */
    private final class UnlessInVain implements StillWanted {
        private final String cluster;
        private final @Nullable Unreached before;

        UnlessInVain(String cluster) {
            this.cluster = cluster;
            this.before = inVain.get(cluster);
        }

        @Override
        public void demand() throws Unreached {
            Unreached now = inVain.get(cluster);
            if (now != null && now != before) {
                throw new Unreached(now.why(), false).unsent();
            }
        }

        @Override
        public void inVain(Unreached why) {
            inVain.put(cluster, why);
        }
    }

    private static Map<String, Object> review(Need need) {
        int slash = need.resource().indexOf('/');
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("namespace", need.namespace());
        attributes.put("verb", need.verb());
        attributes.put("group", need.group());
        attributes.put("resource", slash < 0 ? need.resource() : need.resource().substring(0, slash));
        attributes.put("subresource", slash < 0 ? "" : need.resource().substring(slash + 1));
        attributes.put("name", need.name());
        return Map.of(
                "apiVersion",
                "authorization.k8s.io/v1",
                "kind",
                "SelfSubjectAccessReview",
                "spec",
                Map.of("resourceAttributes", attributes));
    }
}
